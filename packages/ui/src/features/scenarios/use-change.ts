/** A change that is sent to the server once a person asks for it: how far it is, why it failed. */
import { useMutation } from "@tanstack/react-query";

import { type ApiFault, findApiFault } from "../../api-client.ts";

/** A change on its way. */
export type Change<Input> = {
  readonly start: (input: Input) => void;
  readonly isRunning: boolean;
  readonly fault: ApiFault | undefined;
  /** Forgets the fault. */
  readonly reset: () => void;
};

/** Sends, and goes on with the answer or the fault; any other error is a fault of ours. */
export function useChange<Input, Answer>(
  send: (input: Input) => Promise<Answer>,
  onDone: (answer: Answer) => void,
  onFault: (fault: ApiFault) => void = () => undefined,
): Change<Input> {
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: send,
    onSuccess: (answer) => onDone(answer),
    onError: (error) => {
      const fault = findApiFault(error);
      if (fault !== undefined) onFault(fault);
    },
    networkMode: "always",
    throwOnError: (failure) => findApiFault(failure) === undefined,
  });
  return { start: mutate, isRunning: isPending, fault: findApiFault(error), reset };
}
