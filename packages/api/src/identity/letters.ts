/** Letters: plain text and simple HTML, in the language of who gets them, sent by SMTP. */
import type { Language } from "@zhanbasy/core";
import { createTransport } from "nodemailer";
import { createTranslate } from "../create-translate.ts";
import type { Letters } from "../usecases/identity-ports.ts";

/** The mail server, and who the letters are from. */
export type MailServer = { readonly url: string; readonly from: string };

/** The body of a letter; the action is a link. */
type Body = {
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly words: string; readonly link: string };
  readonly closing: string;
};

const PATIENCE_MS = 10_000;

/** Letters by the mail server, one connection each. */
export function createLetters({ url, from }: MailServer): Letters {
  const post = createTransport(
    {
      url,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    },
    { from },
  );
  const send = async (body: Body): Promise<void> => {
    const { to, subject, language } = body;
    await post.sendMail({
      ...{ to: { name: "", address: to }, subject, text: textOf(body), html: htmlOf(body) },
      // Answering machines leave such letters alone.
      headers: { "Auto-Submitted": "auto-generated", "Content-Language": language },
    });
  };
  return {
    sendInvitation: async ({ to, name, language, role, inviter, link, expiresAt }) => {
      const translate = await createTranslate(language);
      const until = expiresAt.toISOString().slice(0, 16).replace("T", " ");
      await send({
        ...{ to, language, subject: translate("letter.invitation.subject") },
        paragraphs: [
          translate("letter.greeting", { name }),
          translate("letter.invitation.text", { inviter, role: translate(`letter.role.${role}`) }),
        ],
        action: { words: translate("letter.invitation.action"), link },
        closing: translate("letter.invitation.validity", { until }),
      });
    },
    sendReset: async ({ to, name, language, link }) => {
      const translate = await createTranslate(language);
      await send({
        ...{ to, language, subject: translate("letter.reset.subject") },
        paragraphs: [translate("letter.greeting", { name }), translate("letter.reset.text")],
        action: { words: translate("letter.reset.action"), link },
        closing: translate("letter.reset.validity"),
      });
    },
    sendPasswordChanged: async ({ to, name, language }) => {
      const translate = await createTranslate(language);
      await send({
        ...{ to, language, subject: translate("letter.password-changed.subject") },
        paragraphs: [
          translate("letter.greeting", { name }),
          translate("letter.password-changed.text"),
        ],
        closing: translate("letter.password-changed.validity"),
      });
    },
  };
}

function textOf({ paragraphs, action, closing }: Body): string {
  const link = action === undefined ? [] : [`${action.words}:\n${action.link}`];
  return `${[...paragraphs, ...link, closing].join("\n\n")}\n`;
}

function htmlOf({ language, paragraphs, action, closing }: Body): string {
  const link =
    action === undefined
      ? []
      : [`<a href="${escapeHtml(action.link)}">${escapeHtml(action.words)}</a>`];
  const all = [...paragraphs.map(escapeHtml), ...link, escapeHtml(closing)];
  const body = all.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
  return `<!doctype html>\n<html lang="${language}"><body>\n${body}\n</body></html>\n`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
