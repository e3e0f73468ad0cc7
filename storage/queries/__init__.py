"""Read side: one module per list or report, plain SQL on the tables."""
