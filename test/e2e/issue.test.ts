/** From a draft to an issue: refused with every reason, cured, approved by another, issued. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { beginEdit, branchBase, finishEdit } from "../support/journey-scenario.ts";
import { spaced } from "../support/sheet-page.ts";

const visit = useBrowser();

describe("a scenario", () => {
  it("is submitted, approved by another person, and issued as preliminary only", async () => {
    const editor = await visit("/scenarios");
    const path = await branchBase(editor.context, editor.page, "К выпуску");
    await editor.page.goto(new URL(path, editor.page.url()).href);
    await beginEdit(editor.page, "secondary.Ez primary");
    await finishEdit(editor.page, "465488", "");
    await editor.page.getByText(/^Сохранено в/).waitFor();
    await seeRefusal(editor.page);
    await cure(editor.page);
    await press(editor.page, "На согласование", "Отправить на согласование");
    await editor.page.getByText(/^На согласовании с .*Править нельзя/).waitFor();

    const approver = await visit(path, { as: "approver" });
    await press(approver.page, "Утвердить", "Утвердить сценарий");
    await approver.page.getByRole("button", { name: "Опубликовать" }).click();
    await seeOfficialRefusal(approver.page);
    await press(approver.page, "Выпустить предварительно", "Предварительный выпуск");
    await approver.page.getByText(/^Опубликован .*Править нельзя/).waitFor();
    await seeIssue(approver.page);
    // The page hears of it where the editor looks.
    await editor.page.getByText(/^Опубликован .*Править нельзя/).waitFor();
    expect(approver.faults).toEqual([]);
    expect(editor.faults).toEqual([]);
  });

  it("that was submitted is returned with a reason, and is a draft again", async () => {
    const editor = await visit("/scenarios");
    const path = await branchBase(editor.context, editor.page, "На доработку");
    await editor.page.goto(new URL(path, editor.page.url()).href);
    await cure(editor.page);
    await press(editor.page, "На согласование", "Отправить на согласование");
    const approver = await visit(path, { as: "approver" });
    await approver.page.getByRole("button", { name: "Вернуть в черновик" }).click();
    const dialog = approver.page.getByRole("dialog");
    await dialog.getByLabel("Причина").fill("уточнить контингент");
    await dialog.getByRole("button", { name: "Вернуть в черновик" }).click();
    await editor.page.getByText(/Править нельзя/).waitFor({ state: "detached" });
    await editor.page.getByRole("tab", { name: /Правки/ }).click();
    await editor.page.getByRole("button", { name: "Добавить правку" }).waitFor();
  });
});

/** Every reason is told at once, with the way to its cure. */
async function seeRefusal(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^На согласование/ }).click();
  const reasons = page.getByRole("dialog").getByRole("alert");
  await reasons.getByText(/Правка без причины: Расходы на образовательный процесс/).waitFor();
  await reasons.getByRole("button", { name: "К правкам" }).first().click();
}

/** Gives the edit its reason, and accepts what blocks in the register where it still does. */
async function cure(page: Page): Promise<void> {
  const change = page.getByRole("button", { name: /^Изменить: / });
  if ((await change.count()) > 0) {
    await change.first().click();
    await page.getByLabel("Причина").fill("подбор под конверт");
    await page.getByRole("button", { name: "Сохранить правку" }).click();
    await page.getByText("подбор под конверт").waitFor();
  }
  await page.getByRole("tab", { name: /Проверки/ }).click();
  await page.getByRole("button", { name: /Нет преемника: 18/ }).waitFor();
  const acceptAll = page.getByRole("button", { name: "Принять все: 18" });
  if ((await acceptAll.count()) > 0) {
    await acceptAll.click();
    await page.getByLabel("Причина").fill("договоры истекают, дети переведены");
    await page.getByRole("dialog").getByRole("button", { name: "Принять с причиной" }).click();
  }
  await page.getByText("договоры истекают, дети переведены").first().waitFor();
  await page.getByRole("button", { name: "На согласование", exact: true }).waitFor();
}

/** Takes a step and confirms it. */
async function press(page: Page, verb: string, title: string): Promise<void> {
  await page.getByRole("button", { name: verb, exact: true }).click();
  await page.getByRole("dialog", { name: title }).getByRole("button", { name: verb }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

async function seeOfficialRefusal(page: Page): Promise<void> {
  const official = page.getByRole("region", { name: "официальный" });
  await official.getByText(/значени. без подтверждённого акта/).waitFor();
  await official.getByText("Показать все").click();
  const listed = await official.locator("details li").count();
  expect(listed).toBeGreaterThan(100);
  expect(await official.getByRole("button", { name: "Выпустить официально" }).count()).toBe(0);
  await official.getByRole("button", { name: "К значениям" }).click();
  await page.getByText(/официальный выпуск невозможен/).waitFor();
  await page.getByRole("tab", { name: /Выпуск/ }).click();
}

/** The issue stands in the list with its total, and leads to its calculation. */
async function seeIssue(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Выпуски" }).click();
  const row = page.getByRole("row", { name: /К выпуску/ });
  const text = spaced(await row.textContent());
  expect(text).toContain("предварительный");
  expect(text).toContain("431 999 865 307,00");
  await row.getByRole("link", { name: /^№ \d+, 2026/ }).click();
  await page.getByRole("treegrid").waitFor();
  await page.getByText("431 999 865 307,00", { exact: false }).first().waitFor();
}
