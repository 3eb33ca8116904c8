/**
 * Lets through who is signed in, and asks everybody else to sign in where they stand. A session
 * that ends while somebody works is renewed over the page, so that nothing typed is lost.
 */
import { useQueryClient } from "@tanstack/react-query";
import type { SessionState } from "@zhanbasy/api/contract";
import {
  type ReactElement,
  type ReactNode,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";

import { findApiFault } from "../../api-client.ts";
import { adoptLanguage } from "../../i18n/texts.ts";
import { endWaiting, holdRequests, isSignInAwaited, watchSignIn } from "../../sign-in-again.ts";
import { FirstRunScreen } from "../sign-in/first-run-screen.tsx";
import { SessionEndedDialog } from "../sign-in/session-ended-dialog.tsx";
import { SignInScreen } from "../sign-in/sign-in-screen.tsx";
import { FaultScreen, LoadingScreen } from "../workbook/screens.tsx";
import { forgetAnswers, SessionContext, type SignedIn, useSession } from "./session.ts";

/** What stands behind the gate is built anew for another person. */
export function SessionGate({ children }: { readonly children: ReactNode }): ReactElement {
  const session = useSession();
  const { data, error } = session;
  const found = data !== undefined && isSignedIn(data) ? data : undefined;
  const [held, setHeld] = useState<SignedIn | undefined>(undefined);
  if (found !== undefined && found !== held) setHeld(found);
  const signedIn = found ?? held;
  if (signedIn !== undefined) {
    return (
      <Inside
        key={signedIn.person.id}
        session={signedIn}
        isEnded={data !== undefined && found === undefined}
      >
        {children}
      </Inside>
    );
  }
  if (data !== undefined) {
    return data.isFirstRun ? <FirstRunScreen session={data} /> : <SignInScreen session={data} />;
  }
  if (error !== null) {
    const fault = findApiFault(error);
    if (fault === undefined) throw error;
    return <FaultScreen fault={fault} onRetry={() => void session.refetch()} />;
  }
  return <LoadingScreen />;
}

function Inside({
  session,
  isEnded,
  children,
}: {
  readonly session: SignedIn;
  readonly isEnded: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const client = useQueryClient();
  const isAwaited = useSyncExternalStore(watchSignIn, isSignInAwaited);
  const { person } = session;
  useEffect(holdRequests, []);
  useEffect(() => adoptLanguage(person.language), [person.language]);
  const goOn = (renewed: SessionState): void => {
    const isSame = renewed.person?.id === person.id;
    endWaiting(isSame);
    if (!isSame) forgetAnswers(client);
  };
  return (
    <SessionContext value={session}>
      {children}
      {isAwaited || isEnded ? <SessionEndedDialog session={session} onSignedIn={goOn} /> : null}
    </SessionContext>
  );
}

function isSignedIn(session: SessionState): session is SignedIn {
  return session.person !== null;
}
