/** What an administrator changes of one person. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PersonDetail } from "@zhanbasy/api/contract";
import { type ReactElement, type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { sendJson } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { CheckField } from "../../components/check-field.tsx";
import { ModalDialog } from "../../components/popover.tsx";
import { TextField } from "../../components/text-field.tsx";
import { usePerson } from "../shell/session.ts";
import { Refusal } from "../sign-in/refusal.tsx";
import { PersonAccess } from "./person-access.tsx";
import { isWholeRole, RoleFields, roleBody, type TypedRole } from "./role-fields.tsx";

/** Nobody takes their own administration away, so those fields are locked for oneself. */
export function PersonDialog({
  person,
  onClose,
}: {
  readonly person: PersonDetail;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const isOneself = usePerson().id === person.id;
  const [name, setName] = useState(person.name);
  const [typedRole, setTypedRole] = useState<TypedRole>({
    role: person.role,
    bins: person.organisationIds.join("\n"),
  });
  const [isActive, setActive] = useState(person.isActive);
  const [isTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      const own = isOneself ? {} : { ...roleBody(typedRole), isActive };
      const change = { name: name.trim(), ...own };
      return sendJson("PATCH /people/{personId}", { path: { personId: person.id } }, change);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["/people"] });
      onClose();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== "" && isWholeRole(typedRole) && !save.isPending) save.mutate();
  };
  return (
    <ModalDialog
      title={person.name}
      closeLabel={t("frame.close")}
      size="narrow"
      isDismissable={false}
      isOpen
      onClose={onClose}
    >
      <form className="form" noValidate onSubmit={submit}>
        <p className="dialog-lead">{person.email}</p>
        <Refusal key={save.submittedAt} error={save.error} onWaitOver={save.reset} />
        <TextField
          label={t("account.name")}
          autoComplete="off"
          maxLength={200}
          value={name}
          onChange={setName}
          error={isTried && name.trim() === "" ? t("form.missing") : undefined}
          isRequired
        />
        <RoleFields
          typed={typedRole}
          onChange={setTypedRole}
          isTried={isTried}
          isDisabled={isOneself}
        />
        <CheckField
          label={t("people.active")}
          description={t(isOneself ? "people.ownRole" : "people.activeText")}
          isChecked={isActive}
          onChange={setActive}
          isDisabled={isOneself}
        />
        <div className="form-actions">
          <Button onPress={onClose}>{t("form.cancel")}</Button>
          <Button kind="primary" type="submit" isDisabled={save.isPending}>
            {t("form.save")}
          </Button>
        </div>
      </form>
      <PersonAccess person={person} />
    </ModalDialog>
  );
}
