//! The program taskyard: run, record and draw programs natively.
