import { cny } from '#shared/contracts/money';
import { type CycleLedger } from '#shared/contracts/settlement/ledger';
import { type z } from '#shared/contracts/zod';
import { type getCycleLedger } from '../usecases/ledger/getCycleLedger';
import { presentAccounts } from './presentAccounts';

export const presentCycleLedger = ({
  cycleId,
  accounts,
  capturedFen,
  returnedFen,
  commissionFen,
  checks,
}: Awaited<ReturnType<typeof getCycleLedger>>): z.input<typeof CycleLedger> => ({
  cycleId,
  accounts: presentAccounts(accounts),
  captured: cny(capturedFen),
  returned: cny(returnedFen),
  commission: cny(commissionFen),
  checks: [...checks],
});
