//! Checks of `pay.json`.

use super::super::{Pay, PayFile, PayRow, PayRowPart, Role};
use super::{Found, Names, check_source, is_year_month};

pub(super) fn pay(file: PayFile, roles: &[Role], found: &mut Found) -> Pay {
    let place = "pay.json";
    let PayFile { projection, rows } = file;
    Names::new(place, rows.iter().map(|row| &row.id), found);
    found.unless(!rows.is_empty(), place, || "has no rows".to_owned());
    found.unless(projection.from < projection.to, place, || {
        "the projection's years must rise".to_owned()
    });
    check_source(&projection.source, place, found);
    let roles = Names::new(
        "roles.json",
        roles.iter().map(|role| &role.id),
        // The list was checked by itself; its problems are known.
        &mut Found::default(),
    );
    let rows = rows
        .into_iter()
        .map(|part| row(part, &roles, found))
        .collect();
    Pay { projection, rows }
}

fn row(part: PayRowPart, roles: &Names, found: &mut Found) -> PayRow {
    let place = format!("pay.json: {}", part.id);
    let rising = [part.p10, part.p25, part.median, part.p75, part.p90];
    found.unless(
        rising.is_sorted_by(|a, b| a < b) && part.p10 > 0,
        &place,
        || format!("the pay {rising:?} does not rise from p10 to p90"),
    );
    for month in [&part.month, &part.checked] {
        found.unless(is_year_month(month), &place, || {
            format!("{month:?} is not a year and a month")
        });
    }
    found.unless(
        !part.name.is_empty() && !part.soc.is_empty(),
        &place,
        || "a name and a code are needed".to_owned(),
    );
    check_source(&part.source, &place, found);
    PayRow {
        roles: part
            .roles
            .iter()
            .map(|role| roles.resolve(role, &place, found))
            .collect(),
        id: part.id,
        name: part.name,
        soc: part.soc,
        month: part.month,
        jobs: part.jobs,
        p10: part.p10,
        p25: part.p25,
        median: part.median,
        p75: part.p75,
        p90: part.p90,
        growth: part.growth,
        openings: part.openings,
        entry: part.entry,
        approximate: part.approximate,
        source: part.source,
        checked: part.checked,
    }
}
