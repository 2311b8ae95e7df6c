//! Putting short lists in order.

/// The positions of these keys from the highest key to the lowest; among equals
/// the first stays first.
///
/// A plain insertion sort, for lists of a few dozen. The library's sorts are
/// faster on long lists, and are compiled into the WebAssembly anew for each
/// kind of list.
pub fn descending(keys: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(keys.len());
    for (position, key) in keys.iter().enumerate() {
        let place = order
            .iter()
            .take_while(|before| keys[**before] >= *key)
            .count();
        order.insert(place, position);
    }
    order
}
