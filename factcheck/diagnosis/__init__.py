"""Why a figure is probably wrong: rewrites of a statement that would have been true."""

from factcheck.diagnosis.diagnose import explained
from factcheck.diagnosis.mixed import mixed_bases
from factcheck.diagnosis.plan import plan_rewrites
from factcheck.diagnosis.world import World

__all__ = ["World", "explained", "mixed_bases", "plan_rewrites"]
