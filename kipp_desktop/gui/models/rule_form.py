"""The ranking rule as the texts of a form, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from kipp_desktop.domain.competition import GroupKind, PanelMethod, Rule, TopN
from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.languages import translate

GROUPS: tuple[GroupKind, ...] = ("overall", "category", "group", "type")


@dataclass(frozen=True, slots=True)
class RuleForm:
    """What the fields say; `choices` are the rule's plain fields by name."""

    method: str
    k: int
    per: str
    ties: str  # a link a line: criterion:kebaruan
    groups: tuple[GroupKind, ...]
    labels: str  # parted by ";"
    top_n: int
    top_name: str
    choices: Mapping[str, str]


CHOICES = (
    "after_ties",
    "counts",
    "partial_jurors",
    "ranking_visible",
    "rank_on",
    "labels_follow",
    "published_decimals",
)


def form_of(rule: Rule) -> RuleForm:
    """The texts of a rule."""
    method = rule.panel_method
    return RuleForm(
        method.kind,
        method.k or 1,
        method.per or "total",
        "\n".join(rule.ties),
        rule.groups,
        "; ".join(rule.labels),
        rule.top_n.n if rule.top_n is not None else 0,
        rule.top_n.name if rule.top_n is not None else "",
        {name: str(getattr(rule, name)) for name in CHOICES},
    )


def rule_of(rule: Rule, form: RuleForm) -> Rule:
    """The rule that a form describes. Raises UserError("set.bad_value")."""
    plain: dict[str, Any] = dict(form.choices)
    plain["published_decimals"] = int(plain["published_decimals"])
    try:
        return replace(
            rule,
            panel_method=_method(rule.panel_method, form),
            ties=tuple(line.strip() for line in form.ties.splitlines() if line.strip()),
            groups=form.groups or ("overall",),
            labels=tuple(label.strip() for label in form.labels.split(";") if label.strip()),
            top_n=TopN(form.top_n, form.top_name or f"Top {form.top_n}") if form.top_n else None,
            **plain,
        )
    except ValueError as error:
        raise UserError("set.bad_value", key=translate("RuleForm", "aturan"), why=str(error)) from error


def _method(held: PanelMethod, form: RuleForm) -> PanelMethod:
    """Another method; weights of jurors, set elsewhere, stay where the method knows them."""
    kind = cast(Any, form.method)
    if form.method == "trimmed":
        return PanelMethod("trimmed", form.k, cast(Any, form.per))
    return replace(held, kind=kind, k=None, per=None)


def method_words() -> Mapping[str, str]:
    """How the sheets of a panel become one score, in words."""
    return {
        "mean": translate("RuleForm", "rata-rata juri yang menilai"),
        "sum": translate("RuleForm", "jumlah nilai juri"),
        "median": translate("RuleForm", "nilai tengah (median)"),
        "trimmed": translate("RuleForm", "rata-rata tanpa nilai tertinggi dan terendah"),
        "rank_sum": translate("RuleForm", "jumlah peringkat dari tiap juri"),
    }


def group_words() -> Mapping[GroupKind, str]:
    """In which groups ranks are made, in words."""
    return {
        "overall": translate("RuleForm", "semua peserta"),
        "category": translate("RuleForm", "per kategori"),
        "group": translate("RuleForm", "per kelompok"),
        "type": translate("RuleForm", "per jenis instansi"),
    }


def choice_words() -> Mapping[str, Mapping[str, str]]:
    """What each plain field of the rule may be, in words."""
    return {
        "after_ties": {
            "joint": translate("RuleForm", "peringkat bersama (1, 1, 3)"),
            "dense": translate("RuleForm", "peringkat bersama tanpa jeda (1, 1, 2)"),
            "plenary": translate("RuleForm", "diputuskan pleno"),
        },
        "counts": {
            "locked": translate("RuleForm", "hanya lembar terkunci"),
            "drafts": translate("RuleForm", "draf juga (selalu sementara)"),
        },
        "partial_jurors": {
            "count": translate("RuleForm", "nilai yang sudah diberikan dihitung"),
            "exclude": translate("RuleForm", "juri itu tidak dihitung sama sekali"),
        },
        "ranking_visible": {
            "after_close": translate("RuleForm", "setelah penerimaan ditutup"),
            "always": translate("RuleForm", "selalu"),
        },
        "rank_on": {
            "exact": translate("RuleForm", "nilai yang tidak dibulatkan"),
            "published": translate("RuleForm", "nilai seperti diumumkan"),
        },
        "labels_follow": {
            "place": translate("RuleForm", "peringkat (1, 1, 3: tanpa Juara II)"),
            "order": translate("RuleForm", "urutan (tanpa melompat)"),
        },
        "published_decimals": {str(places): str(places) for places in range(7)},
    }
