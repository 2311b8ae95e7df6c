//! What the reader sets, as it is kept.

use career_fit::settings::{Settings, Theme};

#[test]
fn settings_are_kept_word_for_word() {
    for theme in Theme::ALL {
        for bits in 0..8_u8 {
            let on = |place: u8| bits >> place & 1 == 1;
            let settings = Settings {
                theme,
                number_keys: on(0),
                tap_goes_on: on(1),
                still: on(2),
            };
            assert_eq!(Settings::from_text(&settings.to_text()), settings);
        }
    }
    assert_eq!(Settings::default().to_text(), "");
}

#[test]
fn words_of_another_version_are_passed_over() {
    for (text, theme, number_keys) in [
        ("", Theme::System, true),
        ("sepia no-keys", Theme::System, false),
        ("dark sound=on", Theme::Dark, true),
        ("{\"theme\":1}", Theme::System, true),
    ] {
        let settings = Settings::from_text(text);
        assert_eq!(
            (settings.theme, settings.number_keys),
            (theme, number_keys),
            "{text}"
        );
    }
}
