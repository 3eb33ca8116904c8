/** An invitation: to whom, in which role; then a letter is sent, or a link is handed over. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { MadeInvitation } from "@zhanbasy/api/contract";
import { type ReactElement, type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { sendJson } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { ChoiceField } from "../../components/choice-field.tsx";
import { Notice } from "../../components/notice.tsx";
import { ModalDialog } from "../../components/popover.tsx";
import { TextField } from "../../components/text-field.tsx";
import { LANGUAGES } from "../../i18n/language.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { isEmail } from "../sign-in/is-email.ts";
import { Refusal } from "../sign-in/refusal.tsx";
import { HandedLink } from "./handed-link.tsx";
import { isWholeRole, RoleFields, roleBody, type TypedRole } from "./role-fields.tsx";

const EDITOR: TypedRole = { role: "editor", bins: "" };

/** What was typed stays until it is sent or closed. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [made, setMade] = useState<MadeInvitation | undefined>(undefined);
  return (
    <ModalDialog
      title={t("people.inviteTitle")}
      closeLabel={t("frame.close")}
      size="narrow"
      isDismissable={false}
      isOpen
      onClose={onClose}
    >
      {made === undefined ? (
        <InviteForm onMade={setMade} onClose={onClose} />
      ) : (
        <Made invitation={made} onClose={onClose} />
      )}
    </ModalDialog>
  );
}

function InviteForm({
  onMade,
  onClose,
}: {
  readonly onMade: (made: MadeInvitation) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const ours = useLanguage().language;
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [language, setLanguage] = useState(ours);
  const [typedRole, setTypedRole] = useState(EDITOR);
  const [isTried, setTried] = useState(false);
  const invite = useMutation({
    mutationFn: () => {
      const person = { email: email.trim().toLowerCase(), name: name.trim(), language };
      return sendJson("POST /invitations", { path: {} }, { ...person, ...roleBody(typedRole) });
    },
    onSuccess: (invitation) => {
      onMade(invitation);
      return client.invalidateQueries({ queryKey: ["/invitations"] });
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    const isFilled = isEmail(email) && name.trim() !== "" && isWholeRole(typedRole);
    if (isFilled && !invite.isPending) invite.mutate();
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <Refusal key={invite.submittedAt} error={invite.error} onWaitOver={invite.reset} />
      <TextField
        label={t("signIn.email")}
        type="email"
        autoComplete="off"
        value={email}
        onChange={setEmail}
        error={isTried && !isEmail(email) ? t("form.email") : undefined}
        isRequired
      />
      <TextField
        label={t("account.name")}
        autoComplete="off"
        maxLength={200}
        value={name}
        onChange={setName}
        error={isTried && name.trim() === "" ? t("form.missing") : undefined}
        isRequired
      />
      <RoleFields typed={typedRole} onChange={setTypedRole} isTried={isTried} />
      <ChoiceField
        label={t("people.language")}
        options={LANGUAGES.map((id) => ({ id, name: t(`language.${id}`) }))}
        selected={language}
        onSelect={setLanguage}
      />
      <div className="form-actions">
        <Button onPress={onClose}>{t("form.cancel")}</Button>
        <Button kind="primary" type="submit" isDisabled={invite.isPending}>
          {t("people.send")}
        </Button>
      </div>
    </form>
  );
}

function Made({
  invitation,
  onClose,
}: {
  readonly invitation: MadeInvitation;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { email, isMailed, link } = invitation;
  return (
    <div className="form">
      {isMailed ? (
        <Notice kind="info" title={t("people.mailedTitle")}>
          {t("people.mailedText", { email })}
        </Notice>
      ) : (
        <Notice kind="warning" title={t("people.notMailedTitle")}>
          {t("people.notMailedText")}
        </Notice>
      )}
      {link === null ? null : <HandedLink link={link} />}
      <div className="form-actions">
        <Button kind="primary" onPress={onClose}>
          {t("form.done")}
        </Button>
      </div>
    </div>
  );
}
