//! A plan as a calendar file (iCalendar, RFC 5545).
//!
//! Written by hand: the crates that write calendars bring a clock, random ids
//! and megabytes of time zones, and a plan needs whole days alone. The tests
//! read the file with an independent parser.

use super::Plan;
use super::calendar::Day;
use super::text::timing;
use crate::content::Takes;
use crate::say::plan as say;

/// A line may have this many bytes, its end not counted.
const LINE: usize = 75;

/// Behind this many bytes a line is folded at the next place inside a word.
const EARLIEST_FOLD: usize = 60;

/// The calendar file. What can be done this week stands on a day each, from tomorrow on, with a
/// reminder in the morning. Each step is one whole day: the one on which it may begin at the
/// earliest, or a day of its weekend. `stamp` is the moment of writing in UTC, as in
/// `20261122T080000Z`.
pub fn ics(today: Day, plan: &Plan<'_>, stamp: &str) -> String {
    let mut file = File {
        text: String::new(),
        today,
        stamp,
    };
    for text in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Coder Fit//Plan//EN",
        "CALSCALE:GREGORIAN",
    ] {
        line(&mut file.text, text);
    }
    for (days, action) in (1..).zip(&plan.actions) {
        let about = say::from_your_plan();
        file.event(&action.id, today.plus(days), &action.text, about, true);
    }
    let saturday = today.plus(today.to_saturday());
    let mut weekend_before = None;
    for planned in &plan.steps {
        let step = planned.step;
        let mut about = [&step.text, "\n", &timing(today, planned)].concat();
        for look_for in &step.look_for {
            about += &["\n", &say::plain_look_for(look_for)].concat();
        }
        for avoid in &step.avoid {
            about += &["\n", &say::plain_avoid(avoid)].concat();
        }
        let (day, title) = match step.takes {
            Takes::Weekend(number) => {
                let saturday = saturday.plus(7 * (u16::from(number).saturating_sub(1)));
                // Two steps of one weekend have a day each.
                let is_second = weekend_before.replace(number) == Some(number);
                (saturday.plus(u16::from(is_second)), step.title.clone())
            }
            Takes::Months(..) | Takes::Study => {
                let title = match planned.begins.least {
                    0 => say::start(&step.title),
                    _ => say::start_at_the_earliest(&step.title),
                };
                (today.after(planned.begins.least), title)
            }
        };
        let reminds = matches!(step.takes, Takes::Weekend(_));
        file.event(&step.id, day, &title, &about, reminds);
    }
    line(&mut file.text, "END:VCALENDAR");
    file.text
}

struct File<'a> {
    text: String,
    today: Day,
    stamp: &'a str,
}

impl File<'_> {
    /// An entry for a whole day. The same entry of the same plan keeps its id, so that a second
    /// import changes it and adds none.
    fn event(&mut self, id: &str, day: Day, title: &str, about: &str, reminds: bool) {
        let uid = ["UID:", id, "-", &self.today.digits(), "@coder-fit"].concat();
        let stamp = ["DTSTAMP:", self.stamp].concat();
        let start = ["DTSTART;VALUE=DATE:", &day.digits()].concat();
        let summary = ["SUMMARY:", &escaped(title)].concat();
        let description = ["DESCRIPTION:", &escaped(about)].concat();
        for text in [
            "BEGIN:VEVENT",
            &uid,
            &stamp,
            &start,
            &summary,
            &description,
            "TRANSP:TRANSPARENT",
        ] {
            line(&mut self.text, text);
        }
        if reminds {
            // Nine in the morning of that day.
            let reminder = ["DESCRIPTION:", &escaped(title)].concat();
            for text in [
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                &reminder,
                "TRIGGER:PT9H",
                "END:VALARM",
            ] {
                line(&mut self.text, text);
            }
        }
        line(&mut self.text, "END:VEVENT");
    }
}

/// Text as RFC 5545, 3.3.11 wants it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped += "\\n",
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Adds a line, folded where it is too long (RFC 5545, 3.1), never inside a
/// character. Some readers drop all spaces at a fold and not only the one that
/// marks it, so lines are folded inside words.
fn line(file: &mut String, text: &str) {
    let (mut length, mut after_space) = (0, true);
    for character in text.chars() {
        let bytes = character.len_utf8();
        let space = character == ' ';
        let inside_word = !space && !after_space;
        if length + bytes > LINE || length > EARLIEST_FOLD && inside_word {
            *file += "\r\n ";
            length = 1;
        }
        file.push(character);
        length += bytes;
        after_space = space;
    }
    *file += "\r\n";
}
