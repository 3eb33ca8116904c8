/** What a director sees: the money of their own organisations in the current issue. Phone first. */
import { useQuery } from "@tanstack/react-query";
import type { OwnAllocation } from "@zhanbasy/api/contract";
import { formatDate } from "@zhanbasy/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { getJson } from "../../api-client.ts";
import { Pill } from "../../components/pill.tsx";
import { formatAverage } from "../../format/count.ts";
import { formatHeadlineMoney, formatMoney } from "../../format/money.ts";
import type { Language } from "../../i18n/language.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Answered } from "../shell/answered.tsx";
import "./own.css";

type Organisation = OwnAllocation["organisations"][number];
type Line = Organisation["lines"][number];
type Issued = NonNullable<OwnAllocation["publication"]>;

/** Nothing was issued, nothing is assigned, or a statement for each organisation. */
export function OwnScreen(): ReactElement {
  const { t } = useTranslation();
  const own = useQuery({
    queryKey: ["own"],
    queryFn: ({ signal }) => getJson("/own/allocation", { path: {} }, signal),
  });
  return (
    <>
      <title>{`${t("own.title")} · Zhanbasy`}</title>
      <Answered query={own}>{(allocation) => <Statements allocation={allocation} />}</Answered>
    </>
  );
}

function Statements({ allocation }: { readonly allocation: OwnAllocation }): ReactElement {
  const { t } = useTranslation();
  const { publication, organisations } = allocation;
  if (publication === null || organisations.length === 0) {
    const kind = publication === null ? "notIssued" : "notFunded";
    return (
      <>
        <h1 className="type-screen-title">{t("own.title")}</h1>
        <section className="card card-empty">
          <p className="own-empty">{t(`own.${kind}Title`)}</p>
          <p>{t(`own.${kind}Text`)}</p>
        </section>
      </>
    );
  }
  return (
    <>
      <header className="page-head own-page-head">
        <div>
          <h1 className="type-screen-title">
            {t("own.titleYear", { year: publication.budgetYear })}
          </h1>
          <p className="page-lead">
            {t("own.issued", {
              number: publication.number,
              date: formatDate(publication.issuedAt.slice(0, 10)),
            })}
          </p>
        </div>
        <IssuedPill kind={publication.kind} />
      </header>
      {publication.kind === "preliminary" ? (
        <p className="page-lead">{t("own.preliminaryText")}</p>
      ) : null}
      {organisations.map((organisation) => (
        <Statement
          key={organisation.id}
          organisation={organisation}
          year={publication.budgetYear}
        />
      ))}
    </>
  );
}

function IssuedPill({ kind }: { readonly kind: Issued["kind"] }): ReactElement {
  const { t } = useTranslation();
  return <Pill tone={kind === "official" ? "success" : "warning"}>{t(`own.kind.${kind}`)}</Pill>;
}

function Statement({
  organisation,
  year,
}: {
  readonly organisation: Organisation;
  readonly year: number;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { id, nameRu, nameKk, totalTiyn, lines } = organisation;
  return (
    <section className="card own-card">
      <header className="own-head">
        <h2 className="type-section-title" lang={language === "kk" ? "kk" : "ru"}>
          {language === "kk" ? nameKk : nameRu}
        </h2>
        <p className="own-bin">{t("explanation.bin", { bin: id })}</p>
        <p className="own-label">{t("own.total", { year })}</p>
        <p className="type-headline own-total">
          {formatHeadlineMoney(totalTiyn, "tenge", language)}
          {"\u00A0₸"}
        </p>
      </header>
      <table className="own-lines" aria-label={t("own.lines")}>
        <thead>
          <tr>
            <th scope="col">{t("own.line")}</th>
            <th scope="col" className="own-figure">
              {t("own.children")}
            </th>
            <th scope="col" className="own-figure">
              {t("own.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LineRow
              key={`${line.tier}/${line.budgetCode}/${line.method}`}
              line={line}
              language={language}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("own.sum")}</th>
            <td />
            <td className="own-figure">{formatMoney(totalTiyn, "tenge", language)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function LineRow({
  line,
  language,
}: {
  readonly line: Line;
  readonly language: Language;
}): ReactElement {
  const { t } = useTranslation();
  const { tierLabel, label, budgetCode, method, amountTiyn, headcount } = line;
  return (
    <tr>
      <th scope="row">
        {(label ?? tierLabel)[language]}
        <span className="own-note">
          {t("own.lineNote", {
            tier: tierLabel[language],
            code: budgetCode,
            method: t(`own.method.${method}`),
          })}
        </span>
      </th>
      <td className="own-figure" data-name={t("own.children")}>
        {headcount === null ? "—" : formatAverage(headcount, language)}
      </td>
      <td className="own-figure own-amount">{formatMoney(amountTiyn, "tenge", language)}</td>
    </tr>
  );
}
