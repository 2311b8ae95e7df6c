//! The plan: its ticks, and taking it along.

use career_fit::share::Disclosure;

use crate::driver::Outcome;
use crate::made::{self, LEVELS};
use crate::reader::Reader;
use crate::sharing::steps;
use crate::world::{World, journey};

/// Somebody at their own result.
async fn reader(world: &World) -> Outcome<Reader> {
    let reader = world.reader().await?;
    reader.has(&made::planning()).await?;
    reader.open("/result/").await?;
    reader.sees_view("own").await?;
    reader.unfolds().await?;
    Ok(reader)
}

/// Waits until these of the plan's actions are ticked, and no other.
async fn sees_ticks(reader: &Reader, places: &str) -> Outcome {
    reader
        .wait_for(&format!(
            "[...document.querySelectorAll('.plan__actions input')]\
             .flatMap((each, place) => each.checked ? [place] : []).join() === '{places}'"
        ))
        .await
}

#[test]
fn ticks_are_kept_on_the_device() {
    journey(async |world| {
        let reader = reader(world).await?;
        sees_ticks(&reader, "").await?;
        let kept = reader.kept().await?;
        for place in [1, 3] {
            reader
                .click(&format!(".plan__actions label:nth-of-type({})", place + 1))
                .await?;
        }
        sees_ticks(&reader, "1,3").await?;
        world.step("reload");
        reader.reload().await?;
        reader.unfolds().await?;
        sees_ticks(&reader, "1,3").await?;
        world.step("one is taken back");
        reader.click(".plan__actions label:nth-of-type(2)").await?;
        sees_ticks(&reader, "3").await?;
        reader.reload().await?;
        reader.unfolds().await?;
        sees_ticks(&reader, "3").await?;
        assert_eq!(reader.kept().await?, kept);
        Ok(())
    });
}

#[test]
fn ticks_are_part_of_no_link() {
    journey(async |world| {
        let reader = reader(world).await?;
        for disclosure in LEVELS {
            world.step(format!("{disclosure:?}"));
            let before = reader.shares(disclosure).await?;
            reader.click(".plan__actions label:nth-of-type(1)").await?;
            // Once more the same level, because the tick has drawn the page anew.
            assert_eq!(reader.shares(disclosure).await?, before);
        }
        world.step("the friend's plan has nothing to tick");
        let link = reader.shares(Disclosure::AnswersAndStart).await?;
        let friend = world.reader().await?;
        friend.follow(&link).await?;
        friend.sees_view("theirs").await?;
        assert_eq!(friend.texts(".plan__actions input").await?.len(), 0);
        assert_eq!(
            friend.texts(".step h3").await?.len(),
            steps(&made::planning().answers).len()
        );
        Ok(())
    });
}

#[test]
fn the_calendar_has_every_step() {
    journey(async |world| {
        let reader = reader(world).await?;
        let titles = reader.texts(".step h3").await?;
        assert_eq!(titles, steps(&made::planning().answers));
        let file = reader.takes_file("Add to a calendar").await?;
        assert_eq!(
            (&*file.name, &*file.kind),
            ("coder-fit-plan.ics", "text/calendar")
        );
        let calendars: Result<Vec<_>, _> = ical::IcalParser::new(&file.bytes[..]).collect();
        let [calendar] = &calendars?[..] else {
            return Err("one calendar is wanted".into());
        };
        let value = |event: &ical::parser::ical::component::IcalEvent, name: &str| {
            let property = event.properties.iter().find(|each| each.name == name);
            property
                .and_then(|each| each.value.clone())
                .unwrap_or_default()
        };
        let summaries: Vec<_> = calendar
            .events
            .iter()
            .map(|event| {
                value(event, "SUMMARY")
                    .replace("\\,", ",")
                    .replace("\\;", ";")
            })
            .collect();
        let mut wanted = reader.texts(".plan__actions .check span").await?;
        let this_week = wanted.len();
        assert!(this_week > 0);
        let (first, later) = titles.split_first().ok_or("no steps")?;
        wanted.push(format!("Start: {first}"));
        wanted.extend(
            later
                .iter()
                .map(|title| format!("Start at the earliest: {title}")),
        );
        assert_eq!(summaries, wanted);
        world.step("dates");
        let today = reader
            .text(
                "(() => { const now = new Date(); const two = (number) => \
                 String(number).padStart(2, '0'); return now.getFullYear() + \
                 two(now.getMonth() + 1) + two(now.getDate()); })()",
            )
            .await?;
        let mut days = Vec::new();
        for event in &calendar.events {
            let day = value(event, "DTSTART");
            assert!(day.len() == 8 && day.bytes().all(|each| each.is_ascii_digit()));
            days.push(day);
        }
        // This week begins tomorrow, and the first step today.
        let (week, steps) = days.split_at(this_week);
        assert!(*week[0] > *today && week.is_sorted(), "{days:?}");
        assert_eq!(steps[0], today);
        assert!(steps.is_sorted(), "{days:?}");
        Ok(())
    });
}

#[test]
fn the_text_has_every_step_and_the_ticks() {
    journey(async |world| {
        let reader = reader(world).await?;
        reader.click(".plan__actions label:nth-of-type(2)").await?;
        sees_ticks(&reader, "1").await?;
        let file = reader.takes_file("Save as text").await?;
        assert_eq!(
            (&*file.name, &*file.kind),
            ("coder-fit-plan.txt", "text/plain")
        );
        let text = file.text()?;
        for (place, title) in reader.texts(".step h3").await?.iter().enumerate() {
            let line = format!("\n{}. {title}\n", place + 1);
            assert!(text.contains(&line), "{line:?} is not in: {text}");
        }
        world.step("what is to be done this week");
        let actions = reader.texts(".plan__actions .check span").await?;
        assert!(!actions.is_empty());
        for (place, action) in actions.iter().enumerate() {
            let tick = if place == 1 { "[x]" } else { "[ ]" };
            let line = format!("\n{tick} {action}\n");
            assert!(text.contains(&line), "{line:?} is not in: {text}");
        }
        Ok(())
    });
}
