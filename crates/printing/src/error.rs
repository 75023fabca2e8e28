//! Why a file could not be made.

/// A file could not be made or saved.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The workbook writer refused: disk full, row limit of the format (1,048,576), broken path.
    #[error("workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The CSV writer refused.
    #[error("csv: {0}")]
    Csv(#[from] csv::Error),
    /// Reading or writing failed.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
}
