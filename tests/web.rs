//! The app in a real document, where radios have a mind of their own.
#![cfg(target_arch = "wasm32")]

use std::time::Duration;

use career_fit::browser::place::Place;
use career_fit::builtin::quiz;
use career_fit::session::{Question, Subject};
use career_fit::ui::app::{App, AppProps};
use career_fit::ui::arrive::arrive;
use career_fit::visit::Page;
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlElement, HtmlInputElement};
use yew::AppHandle;
use yew::platform::time::sleep;

wasm_bindgen_test_configure!(run_in_browser);

/// The app in an element of its own. It goes when the test ends.
struct Mounted {
    root: web_sys::Element,
    app: Option<AppHandle<App>>,
}

impl Mounted {
    /// The app at the quiz, on a device that keeps nothing yet.
    async fn fresh() -> Self {
        Self::fresh_after("").await
    }

    async fn fresh_after(early: &str) -> Self {
        window().local_storage().unwrap().unwrap().clear().unwrap();
        Self::again_after(early).await
    }

    /// The app in a tab that was just opened.
    async fn again() -> Self {
        Self::again_after("").await
    }

    /// The app in place of this HTML.
    async fn again_after(early: &str) -> Self {
        let history = window().history().unwrap();
        history
            .replace_state_with_url(&JsValue::NULL, "", Some("/quiz/"))
            .unwrap();
        // A test that fails leaves its app behind: nothing unwinds here.
        while let Some(left) = document().query_selector(".mounted").unwrap() {
            left.remove();
        }
        let root = document().create_element("div").unwrap();
        root.set_id("app");
        root.set_class_name("mounted");
        root.set_inner_html(early);
        document().body().unwrap().append_child(&root).unwrap();
        let place = Place::find().unwrap();
        let (visit, keeper) = arrive(Page::Quiz);
        let props = AppProps {
            visit,
            place: Some(place.clone()),
            keeper: Some(keeper),
        };
        let app = yew::Renderer::<App>::with_root_and_props(place.app(), props).render();
        let mounted = Self {
            root: place.app(),
            app: Some(app),
        };
        // Drawn aside, it hears of no click yet.
        mounted
            .wait("the app in its place", |page| page.root.is_connected())
            .await;
        mounted.sees(0).await;
        mounted
    }

    /// Waits until this holds.
    async fn wait(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        for _ in 0..2500 {
            if holds(self) {
                return;
            }
            sleep(Duration::from_millis(4)).await;
        }
        panic!("never came: {what}; seen: {}", self.root.inner_html());
    }

    /// Waits for the question with this place.
    async fn sees(&self, place: usize) {
        let quiz = quiz();
        let text = Question::all(quiz)[place].text(quiz, Subject::Me);
        self.wait(text, |page| page.text("h1") == text).await;
    }

    async fn sees_ticked(&self, option: Option<usize>) {
        self.wait(&format!("a tick at {option:?}"), |page| {
            page.ticked() == option
        })
        .await;
    }

    fn element(&self, selector: &str) -> Option<HtmlElement> {
        let element = self.root.query_selector(selector).unwrap()?;
        Some(element.unchecked_into())
    }

    fn text(&self, selector: &str) -> String {
        let element = self.element(selector);
        element
            .and_then(|element| element.text_content())
            .unwrap_or_default()
    }

    fn click(&self, selector: &str) {
        self.element(selector)
            .unwrap_or_else(|| panic!("no {selector}"))
            .click();
    }

    fn choose(&self, option: usize) {
        self.click(&format!("label[for=option-{}]", option + 1));
    }

    fn go_on(&self) {
        self.click(".question__ways .button");
    }

    /// The option that is ticked; no two ever are.
    fn ticked(&self) -> Option<usize> {
        let radios = self.root.query_selector_all("input[name=answer]").unwrap();
        let ticked: Vec<_> = (0..radios.length())
            .filter(|place| {
                let radio: HtmlInputElement = radios.get(*place).unwrap().unchecked_into();
                radio.checked()
            })
            .collect();
        assert!(ticked.len() < 2, "{ticked:?}");
        ticked.first().map(|place| *place as usize)
    }

    /// Presses a key in this element.
    fn press(&self, selector: &str, key: &str) {
        let press = js_sys::Function::new_with_args(
            "element, key",
            "element.dispatchEvent(new KeyboardEvent('keydown', \
             { key, bubbles: true, cancelable: true }))",
        );
        let element = self
            .element(selector)
            .unwrap_or_else(|| panic!("no {selector}"));
        press.call2(&JsValue::NULL, &element, &key.into()).unwrap();
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

fn has_focus(id: &str) -> bool {
    document()
        .active_element()
        .is_some_and(|element| element.id() == id)
}

fn kept() -> Option<String> {
    window()
        .local_storage()
        .unwrap()
        .unwrap()
        .get_item("coder-fit:/quiz")
        .unwrap()
}

#[wasm_bindgen_test]
async fn choosing_does_not_go_on() {
    let page = Mounted::fresh().await;
    assert_eq!(page.ticked(), None);
    for option in [2, 5, 0] {
        page.choose(option);
        page.sees_ticked(Some(option)).await;
        page.sees(0).await;
    }
}

#[wasm_bindgen_test]
async fn ticks_follow_the_quiz_there_and_back() {
    let page = Mounted::fresh().await;
    for (place, option) in [(0, 3), (1, 1), (2, 3)] {
        page.sees(place).await;
        page.sees_ticked(None).await;
        page.choose(option);
        page.sees_ticked(Some(option)).await;
        page.go_on();
    }
    page.sees(3).await;
    page.sees_ticked(None).await;
    for (place, option) in [(2, 3), (1, 1), (0, 3)] {
        page.click("button.back");
        page.sees(place).await;
        page.sees_ticked(Some(option)).await;
    }
}

#[wasm_bindgen_test]
async fn number_keys_choose_until_they_are_switched_off() {
    let page = Mounted::fresh().await;
    page.press("h1", "4");
    page.sees_ticked(Some(3)).await;
    page.press("#option-1", "6");
    page.sees_ticked(Some(5)).await;
    for other in ["7", "0", "a", "12"] {
        page.press("h1", other);
    }
    page.press("h1", "2");
    page.sees_ticked(Some(1)).await;
    page.click(".settings__box > .check:nth-of-type(1) input");
    // What the page says of the keys goes when they are off.
    page.wait("the switch is off", |page| {
        page.element(".question__keys").is_none()
    })
    .await;
    page.press("h1", "5");
    page.go_on();
    page.sees(1).await;
    page.click("button.back");
    page.sees(0).await;
    page.sees_ticked(Some(1)).await;
}

#[wasm_bindgen_test]
async fn a_missing_answer_takes_the_focus_and_gives_it_back() {
    let page = Mounted::fresh().await;
    page.go_on();
    page.wait("the focus on the problem", |_| has_focus("problem"))
        .await;
    assert!(document().title().starts_with("Error: "));
    page.click("#problem a");
    assert!(has_focus("option-1"));
    page.choose(1);
    page.wait("no problem", |page| page.element("#problem").is_none())
        .await;
    page.wait("a plain title", |_| {
        !document().title().starts_with("Error: ")
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_new_question_takes_the_focus() {
    let page = Mounted::fresh().await;
    assert!(!has_focus("title"));
    page.choose(0);
    page.sees_ticked(Some(0)).await;
    page.go_on();
    page.sees(1).await;
    page.wait("the focus on the heading", |_| has_focus("title"))
        .await;
}

#[wasm_bindgen_test]
async fn answers_are_kept_on_the_device() {
    let page = Mounted::fresh().await;
    assert_eq!(kept(), None);
    page.choose(4);
    page.wait("something kept", |_| kept().is_some()).await;
    drop(page);
    let page = Mounted::again().await;
    page.sees_ticked(Some(4)).await;
    assert!(page.text(".notice").starts_with("Welcome back."));
    page.click(".notice button");
    page.wait("the question before all is erased", |page| {
        page.element("#would-erase .button").is_some()
    })
    .await;
    page.click("#would-erase .button");
    page.sees_ticked(None).await;
    page.wait("nothing kept", |_| kept().is_none()).await;
}

/// An option that was ticked before the app was there.
fn ticked(option: usize) -> String {
    format!("<input type=\"radio\" name=\"answer\" value=\"{option}\" checked>")
}

/// "Continue" was pressed before the app was there.
fn press_early() {
    let root = document().document_element().unwrap();
    root.set_attribute("data-early-continue", "").unwrap();
}

#[wasm_bindgen_test]
async fn an_early_tick_counts() {
    let page = Mounted::fresh_after(&ticked(3)).await;
    page.sees_ticked(Some(3)).await;
    page.wait("something kept", |_| kept().is_some()).await;
    drop(page);
    press_early();
    let page = Mounted::again_after(&ticked(0)).await;
    page.sees_ticked(Some(3)).await;
    page.sees(0).await;
}

#[wasm_bindgen_test]
async fn an_early_press_without_a_tick_is_pointed_out() {
    press_early();
    let page = Mounted::fresh().await;
    page.wait("a problem", |page| page.element("#problem").is_some())
        .await;
    page.wait("the focus on it", |_| has_focus("problem")).await;
}
