use crate::say::frame as say;
use yew::prelude::*;

use crate::settings::{Settings, Theme};

/// All settings in one small place. `set` takes them as they are wanted.
pub fn settings(now: Settings, set: &Callback<Settings>) -> Html {
    let switch = |label: &'static str, on: bool, wanted: Settings| {
        let onchange = set.reform(move |_: Event| wanted);
        html! {
            <label class="check">
                <input class="check__box" type="checkbox" checked={on} {onchange} />
                <span>{ label }</span>
            </label>
        }
    };
    html! {
        <details class="settings">
            <summary class="settings__toggle">{ say::settings() }</summary>
            <div class="settings__box sheet">
                <fieldset class="settings__group">
                    <legend class="settings__legend">{ say::colors() }</legend>
                    for theme in Theme::ALL {
                        <label class="check">
                            <input class="check__box" type="radio" name="theme" checked={now.theme == theme}
                                onchange={set.reform(move |_: Event| Settings { theme, ..now })} />
                            <span>{ match theme {
                                Theme::System => say::colors_of_device(),
                                Theme::Light => say::light(),
                                Theme::Dark => say::dark(),
                            } }</span>
                        </label>
                    }
                </fieldset>
                { switch(say::number_keys(), now.number_keys,
                    Settings { number_keys: !now.number_keys, ..now }) }
                { switch(say::tap_goes_on(), now.tap_goes_on,
                    Settings { tap_goes_on: !now.tap_goes_on, ..now }) }
                { switch(say::no_motion(), now.still, Settings { still: !now.still, ..now }) }
            </div>
        </details>
    }
}
