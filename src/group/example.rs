//! A group to look at, of people who do not exist.

/// As an adviser might have pasted it: names with links, and a few links that have no row. A test
/// makes the same text from a list of people, and says what it is to be when the quiz has changed.
pub const EXAMPLE: &str = "\
Amara, https://example.org/result/#r=CAQLMfTKdfWZWEWZcajTdvzu
Bao, https://example.org/result/#r=CAQLZoSIdfKZlE1WTSc-rEKy
Carmen, https://example.org/result/#r=CAQZXKeZMoeTRFlXlariLVif
Carmen (sent it again), https://example.org/result/#r=CAQZXKeZMoeTRFlXlariLVif
Dmitri, https://example.org/result/#r=CAQlXYQlmJnQLCfleiTRYxUF
Esther, https://example.org/result/#r=CAQRTYTSWnWZWEWZlckjyRWQ
Farid, https://example.org/result/#r=CAQMTmhJYnXLXEV2sja74lQQ
Grace, https://example.org/result/#r=CANZQZYQZZSheF1V-VZOn
Hana, https://example.org/result/#r=CANZShKdkZefRDZlFqlwr
Isaac, https://example.org/result/#r=CAQklPeoRPYXXC2dSaSei6d_
Jun, https://example.org/result/#t=CAODNDIDNDMDNDJDMZdBAZ
Kateri, https://example.org/result/#v=CAGBWBQBce-5cT
Luis, https://example.org/result/#r=CAQfRLKgXRfgQEbl0tsUuzC5
Mateo, https://example.org/result/
Noor, https://example.org/result/#r=CAQLmerTLmerTEqqxrsL-47
";
