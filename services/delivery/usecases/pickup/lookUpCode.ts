import { type PickupCodeDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { assertLeads, findPresented, type Presenter } from './findPresented';
import { usedAlready } from './redeem';

/** What to hand out to whoever presents this code. */
export async function lookUpCode(
  deps: DeliveryDeps,
  presenter: Presenter,
  presented: string,
): Promise<PickupCodeDoc> {
  await assertLeads(deps, presenter);
  const { code } = await findPresented(deps, presenter, presented);
  if (code.status === 'redeemed') throw usedAlready(code);
  return code;
}
