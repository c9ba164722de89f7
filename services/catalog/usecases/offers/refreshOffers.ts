import { type Offer, type OfferContent, optionalContent } from '../../domain/offer';
import { type Sku } from '../../domain/range';
import { endOfTime } from '../../storage/cycles';
import { offerContents } from './offerContents';
import { offersChanged } from './offersChanged';
import { type RefreshDeps } from './refreshDeps';

/**
 * Lets the offers of some Skus, in cycles that have not ended, show what their product, Sku and supplier are now. May be repeated:
 * an offer that shows it already is left alone.
 */
export async function refreshOffers(deps: RefreshDeps, skus: readonly Sku[]): Promise<void> {
  const { offers, cycles, now } = deps;
  const running = await cycles.byCutoff(now(), endOfTime);
  const shown = await offers.ofSkus(
    skus.map(({ _id }) => _id),
    running.map(({ _id }) => _id),
  );
  if (shown.length === 0) return;
  const contents = await offerContents(deps, skus);
  for (const offer of shown) {
    const content = contents.get(offer.skuId);
    if (content && !shows(offer, content)) await show(deps, offer, content);
  }
}

/** An operator who changes the offer at the same moment wins; the next turn shows the content. */
async function show({ offers, now, nudge }: RefreshDeps, offer: Offer, content: OfferContent): Promise<void> {
  const told = offersChanged(offer.cycleId, offer._id, now());
  for (let latest = offer; !(await offers.showContent(latest, content, told));)
    latest = await offers.one(offer._id);
  nudge('offers', offer);
}

const shows = (offer: Offer, content: OfferContent): boolean =>
  optionalContent.every((name) => (offer[name] === undefined) === (content[name] === undefined)) &&
  Object.entries(content).every(
    ([name, value]) => JSON.stringify(offer[name as keyof OfferContent]) === JSON.stringify(value),
  );
