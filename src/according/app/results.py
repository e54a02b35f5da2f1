"""What a user of the Python package gets back: one coded report, or why there is none."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from according.model.claim import ActorClaim, Claim, Outcome, Reading, Silence, UnknownName
from according.model.codec import Json, reading_to_dicts
from according.model.report import Rejected, Report

if TYPE_CHECKING:
    import pandas
    import pyarrow


@dataclass(frozen=True, slots=True)
class CodedReport:
    """Hold the outcome of coding one report.

    `rejected` is None when the report could be read; otherwise it says why not, and there are no claims.
    """

    outcome: Outcome

    @property
    def report(self) -> Report | None:
        """Return the report as it was read, its text included."""
        return self.outcome.report if isinstance(self.outcome, Reading) else None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims in the order of the text."""
        return self.outcome.claims if isinstance(self.outcome, Reading) else ()

    @property
    def actor_claims(self) -> tuple[ActorClaim, ...]:
        """Return what the report says about actors: alliances, former names, backers."""
        return self.outcome.actor_claims if isinstance(self.outcome, Reading) else ()

    @property
    def silences(self) -> tuple[Silence, ...]:
        """Return the triggers that gave no claim, and why."""
        return self.outcome.silences if isinstance(self.outcome, Reading) else ()

    @property
    def unknown_names(self) -> tuple[UnknownName, ...]:
        """Return the names of actors and places that nothing in the knowledge resolves."""
        return self.outcome.unknown_names if isinstance(self.outcome, Reading) else ()

    @property
    def rejected(self) -> Rejected | None:
        """Return why the input gave no report, or None."""
        return self.outcome if isinstance(self.outcome, Rejected) else None

    def to_dicts(self, *, with_text: bool = False) -> list[Json]:
        """Return one flat record per claim, as JSON Lines has it."""
        return reading_to_dicts(self.outcome, with_text=with_text) if isinstance(self.outcome, Reading) else []

    def to_arrow(self) -> "pyarrow.Table":
        """Return the claims as an Arrow table, with the columns of the CSV."""
        from according.app.tables import build_table

        return build_table(self.to_dicts())

    def to_pandas(self) -> "pandas.DataFrame":
        """Return the claims as a pandas data frame.

        Raises:
            ImportError: if pandas is not installed (`pip install according[pandas]`).
        """
        frame: pandas.DataFrame = self.to_arrow().to_pandas()
        return frame
