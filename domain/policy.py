"""The firm's credit policy: every parameter of the credit desk in one dated record.

A change of policy is a new record dated when it takes effect; what was decided under an
earlier one keeps that version. Each part of the desk has its section, with the default the
program ships, in the module of its rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from domain.cover.params import CoverRules
from domain.credit.assessment import AssessmentPolicy
from domain.credit.check import CheckPolicy
from domain.credit.file.completeness import FilePolicy
from domain.credit.grades import GradePolicy
from domain.credit.limit_policy import ApprovalPolicy, LimitPolicy, ReviewPolicy
from domain.disputes import DisputePolicy
from domain.dunning_records import DunningPolicy
from domain.evidence.proof import EvidenceWeights
from domain.policies.rules import VersionRules
from domain.ports_records import RecordReads
from domain.risk.heat import RiskPolicy
from domain.warning.rules import WarningPolicy
from domain.worklist.task import WEIGHTS, Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditPolicy:
    """All sections of the policy.

    Attributes:
        proposed_by: who drafted it.
        approved_by: who put it in force; "" for the defaults that the program ships.
        reason: why it differs from the version before.
    """

    KIND: ClassVar[str] = "credit_policy"

    proposed_by: str = ""
    approved_by: str = ""
    reason: str = ""
    worklist: Weights = WEIGHTS
    grades: GradePolicy = field(default_factory=GradePolicy)
    assessment: AssessmentPolicy = field(default_factory=AssessmentPolicy)
    limits: LimitPolicy = field(default_factory=LimitPolicy)
    approvals: ApprovalPolicy = field(default_factory=ApprovalPolicy)
    reviews: ReviewPolicy = field(default_factory=ReviewPolicy)
    check: CheckPolicy = field(default_factory=CheckPolicy)
    file: FilePolicy = field(default_factory=FilePolicy)
    dunning: DunningPolicy = field(default_factory=DunningPolicy)
    cover: CoverRules = field(default_factory=CoverRules)
    warning: WarningPolicy = field(default_factory=WarningPolicy)
    risk: RiskPolicy = field(default_factory=RiskPolicy)
    versions: VersionRules = field(default_factory=VersionRules)
    evidence: EvidenceWeights = field(default_factory=EvidenceWeights)
    disputes: DisputePolicy = field(default_factory=DisputePolicy)


def policy_on(reader: RecordReads, day: date) -> CreditPolicy:
    """Return the policy in force on a day: the latest dated not after it, else the defaults."""
    versions = reader.records(CreditPolicy, firm=True, up_to=day)
    return versions[-1].value if versions else CreditPolicy()
