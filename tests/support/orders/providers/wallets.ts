import { type Attempt, type Driver, faultOf } from './driver';

type Json = Record<string, unknown>;
export type Control = (method: string, path: string, body?: Json) => Promise<{ status: number; body: Json }>;

/** What the stand-ins of both wallets are told in the same words. */
export function walletControls(control: Control) {
  const noticeOf = async ({ paymentId }: Attempt): Promise<string> => {
    const { body } = await control('GET', '/notices');
    const notices = body['notices'] as { id: string }[];
    const found = notices.find((notice) => JSON.stringify(notice).includes(paymentId));
    if (!found) throw new Error(`There is no notice about ${paymentId}`);
    return found.id;
  };
  return {
    payByHand: async ({ paymentId }) => (await control('POST', `/trades/${paymentId}/pay`)).status === 200,
    decline: ({ paymentId }) => control('POST', `/trades/${paymentId}/decline`),
    doubled: (duplicate) => control('PUT', '/delivery', { duplicate }),
    held: (hold) => control('PUT', '/delivery', { hold }),
    refuseRefund: () => control('PUT', '/refunds', { shortNext: 1 }),
    away: (on, how = 'unreachable') =>
      on ? control('POST', '/faults', { kind: faultOf(how), count: 1_000 }) : control('DELETE', '/faults'),
    statementFault: (fault) =>
      fault ? control('POST', '/statement_faults', fault) : control('DELETE', '/statement_faults'),
    money: async () => {
      const { paid, refunded } = (await control('GET', '/totals')).body['totals'] as Record<string, number>;
      return { taken: paid ?? 0, returned: refunded ?? 0 };
    },
    forge: async (attempt: Attempt, forgeries: readonly Json[]) => {
      const id = await noticeOf(attempt);
      const answers = [];
      for (const forgery of forgeries) {
        const { body } = await control('POST', `/notices/${id}/forge`, forgery);
        answers.push({ status: Number(body['status']), text: JSON.stringify(body) });
      }
      return answers;
    },
  } satisfies Partial<Driver> & Record<string, unknown>;
}
