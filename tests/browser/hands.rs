//! The reader's hands: keys and clicks.

use career_fit::session::Subject;
use fantoccini::Locator;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use serde_json::Value;

use crate::driver::Outcome;
use crate::made::{pick, questions, quiz};
use crate::reader::Reader;

/// Keys without a character, as WebDriver names them.
pub const TAB: char = '\u{e004}';
pub const ENTER: char = '\u{e007}';
pub const SPACE: char = ' ';
pub const UP: char = '\u{e013}';
pub const DOWN: char = '\u{e015}';
const CONTROL: char = '\u{e009}';
const SHIFT: char = '\u{e008}';

impl Reader {
    /// Presses a key and lets it go, wherever the focus is.
    pub async fn press(&self, key: char) -> Outcome {
        self.press_all(&[key]).await
    }

    /// Presses keys one after the other, and lets them go in the other order.
    async fn press_all(&self, keys: &[char]) -> Outcome {
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let actions = down
            .chain(up)
            .fold(KeyActions::new("keys".to_owned()), KeyActions::then);
        Ok(self.session.client.perform_actions(actions).await?)
    }

    /// Presses Shift and Tab until the focus is on what the selector selects.
    pub async fn back_to(&self, selector: &str) -> Outcome {
        self.tabs_to(selector, &[SHIFT, TAB]).await
    }

    /// Presses Tab until the focus is on what the selector selects.
    pub async fn tab_to(&self, selector: &str) -> Outcome {
        self.tabs_to(selector, &[TAB]).await
    }

    async fn tabs_to(&self, selector: &str, keys: &[char]) -> Outcome {
        let there = format!(
            "!!document.activeElement?.matches({})",
            Value::from(selector)
        );
        for _ in 0..120 {
            self.press_all(keys).await?;
            if self.value(&there).await? == Value::Bool(true) {
                return Ok(());
            }
        }
        Err(format!("Tab never comes to {selector}").into())
    }

    /// Clicks on what the selector selects.
    pub async fn click(&self, selector: &str) -> Outcome {
        Ok(self
            .session
            .client
            .find(Locator::Css(selector))
            .await?
            .click()
            .await?)
    }

    /// Clicks on the button or link that reads like this.
    pub async fn click_on(&self, words: &str) -> Outcome {
        let path = format!(
            "//*[self::a or self::button or self::summary][starts-with(normalize-space(.), '{words}')]"
        );
        Ok(self
            .session
            .client
            .find(Locator::XPath(&path))
            .await?
            .click()
            .await?)
    }

    /// Clicks on the label that begins like this.
    pub async fn tick(&self, words: &str) -> Outcome {
        let path = format!("//label[starts-with(normalize-space(.), '{words}')]");
        let label = self.session.client.find(Locator::XPath(&path)).await?;
        // Beside what is read, a part of the page scrolls by itself, which WebKit's driver leaves to
        // whoever asks.
        let scroll = "arguments[0].scrollIntoView({ block: 'center' })";
        let element = serde_json::to_value(&label)?;
        self.session.client.execute(scroll, vec![element]).await?;
        Ok(label.click().await?)
    }

    /// Writes into the field that the selector selects, in place of what it holds.
    pub async fn write(&self, selector: &str, words: &str) -> Outcome {
        let field = self.session.client.find(Locator::Css(selector)).await?;
        field.clear().await?;
        // WebKit's driver takes no empty text, and elsewhere it would not move
        // the focus.
        field.click().await?;
        if !words.is_empty() {
            field.send_keys(words).await?;
        }
        Ok(())
    }

    /// Picks an option by a click on its row.
    pub async fn choose(&self, option: usize) -> Outcome {
        self.click(&format!("label[for=option-{}]", option + 1))
            .await
    }

    /// Answers the reader's own question with this place as [`pick`] does, and goes on.
    pub async fn answers(&self, place: usize) -> Outcome {
        self.sees(questions()[place].text(quiz(), Subject::Me))
            .await?;
        self.choose(pick(place)).await?;
        self.sees_ticked(pick(place)).await?;
        self.click_on("Continue").await
    }

    /// What is on the clipboard, by pasting it.
    pub async fn paste(&self) -> Outcome<String> {
        self.value(
            "document.body.append(Object.assign(document.createElement('textarea'), \
             { id: 'pasted' }))",
        )
        .await?;
        self.click("#pasted").await?;
        self.press_all(&[CONTROL, 'v']).await?;
        self.wait_for("document.getElementById('pasted').value !== ''")
            .await?;
        let text = self.text("document.getElementById('pasted').value").await?;
        self.value("document.getElementById('pasted').remove()")
            .await?;
        Ok(text)
    }
}
