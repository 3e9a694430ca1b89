"""Tables that people make and read in a spreadsheet: lists that come in, workbooks that go out.

`tables` reads XLSX and CSV as text; `lists` makes entries, jurors, assignments, scores and gate results of it
and names every problem by its cell; `ranking_book` writes the result, `import_templates` the empty lists.
"""

from kipp_desktop.exchange.workbooks.audit_book import write_audit_workbook
from kipp_desktop.exchange.workbooks.columns import ENTRIES, JURORS, CellProblem, ListReader, header_key
from kipp_desktop.exchange.workbooks.import_templates import import_template, write_codes_csv
from kipp_desktop.exchange.workbooks.lists import (
    AssignmentRow,
    GateRow,
    ScoreRow,
    number_key,
    read_assignments,
    read_entries,
    read_gate,
    read_jurors,
    read_scores,
)
from kipp_desktop.exchange.workbooks.log_table import write_log_csv, write_log_workbook
from kipp_desktop.exchange.workbooks.ranking_book import write_ranking_workbook
from kipp_desktop.exchange.workbooks.tables import Table, TableRow, column_letters, read_table, table_of

__all__ = [
    "ENTRIES",
    "JURORS",
    "AssignmentRow",
    "CellProblem",
    "GateRow",
    "ListReader",
    "ScoreRow",
    "Table",
    "TableRow",
    "column_letters",
    "header_key",
    "import_template",
    "number_key",
    "read_assignments",
    "read_entries",
    "read_gate",
    "read_jurors",
    "read_scores",
    "read_table",
    "table_of",
    "write_audit_workbook",
    "write_codes_csv",
    "write_log_csv",
    "write_log_workbook",
    "write_ranking_workbook",
]
