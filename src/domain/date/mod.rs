//! Dates as evidence: EDTF, its bounds in days, its words.
