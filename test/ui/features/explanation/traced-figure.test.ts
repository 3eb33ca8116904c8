import { describe, expect, it } from "vitest";
import { namesOfRun } from "../../../../packages/ui/src/features/explanation/names-of-run.ts";
import { traceTree } from "../../../../packages/ui/src/features/explanation/trace-tree.ts";
import { tracedFigureWords } from "../../../../packages/ui/src/features/explanation/traced-figure.ts";
import type { Language } from "../../../../packages/ui/src/i18n/language.ts";
import { createCoreTranslate } from "../../../../packages/ui/src/i18n/texts.ts";
import { NAMES } from "../../support/small-run.ts";
import { STAGED_TRACE, TRACE } from "../../support/small-trace.ts";

describe("a traced figure is told", () => {
  it("by its rule in names, the same in figures, and the act it stands on", () => {
    const { words, figures, value, act, status } = told("ru");
    expect(words.map(({ text }) => text).join("")).toBe("Норматив × Ученики [basic]");
    expect(figures).toBe("476\u202F000,00\u202F₸/чел. × 1\u202F536\u202Fчел.");
    expect(value).toBe("731\u202F136\u202F000,00\u202F₸");
    expect(act).toBe("Приказ № 597, п. 6");
    expect(status).toBe("assumed");
  });

  it("in the language asked for", () => {
    expect(
      told("kk")
        .words.map(({ text }) => text)
        .join(""),
    ).toBe("Норматив × Оқушылар [basic]");
    expect(told("en").value).toBe("731,136,000.00\u202F₸");
  });

  it("with what it was made of, and last why the line applies", () => {
    expect(told("ru").inputs.map(({ title, value }) => `${title}: ${value}`)).toEqual([
      "Норматив: 476\u202F000,00\u202F₸/чел.",
      "Ученики: 1\u202F536\u202Fчел.",
      "Уровень: среднее образование",
    ]);
  });
});

describe("a figure that stages changed is told", () => {
  const staged = told("ru", STAGED_TRACE);

  it("by what each stage made of it, and not by its formula", () => {
    expect(staged.changes).toEqual([
      "Этап «Защита»: 731\u202F136\u202F000,00\u202F₸ → 800\u202F000\u202F000,00\u202F₸",
    ]);
    expect(staged.words).toEqual([]);
    expect(staged.cases).toEqual(["применён случай «D-2» (Норматив)"]);
  });

  it("with the stages above the amount of its formula", () => {
    expect(staged.inputs.map(({ title, value }) => `${title}: ${value}`)).toEqual([
      "Этап «Защита»: 800\u202F000\u202F000,00\u202F₸",
      "По формуле: Госзаказ: 731\u202F136\u202F000,00\u202F₸",
    ]);
    expect(staged.inputs[0]?.detail).toContain("добавляет бюджет");
    expect(staged.inputs[0]?.grounds).toContain("источник: пресса");
    expect(staged.inputs[1]?.inputs.map(({ name }) => name)).toEqual(["school", "tier"]);
  });

  it("by its formula where no stage changed it", () => {
    const nodes = STAGED_TRACE.nodes.map((node) => ({ ...node, before: node.value }));
    const kept = told("ru", { ...STAGED_TRACE, nodes });
    expect(kept.changes).toEqual([]);
    expect(kept.words.map(({ text }) => text).join("")).toBe("Норматив × Ученики [basic]");
  });
});

function told(language: Language, graph = TRACE) {
  const reader = { names: namesOfRun(NAMES), language, translate: createCoreTranslate(language) };
  return tracedFigureWords(traceTree(graph), reader);
}
