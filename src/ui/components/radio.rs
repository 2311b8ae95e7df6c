/// The id of the radio button at a position, from 0.
pub fn radio_id(option: usize) -> String {
    format!("option-{}", option + 1)
}
