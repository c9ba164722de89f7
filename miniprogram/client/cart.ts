import { create } from 'zustand';
import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { useCartCount } from '@/design/page/cartCount';
import { persisted } from '@/platform/persisted';

/** What somebody wants of one offer, with what is needed to show it before the server has priced it. */
export type CartLine = Pick<OfferCard, 'offerId' | 'cycleId' | 'title' | 'pack' | 'unitPrice'> & {
  readonly picture: string | undefined;
  readonly quantity: number;
  /** As many as could be bought when it was last seen. */
  readonly most: number;
};

/** As many as one order takes (the server's limit). */
const maxLines = 50;

const isLines = (value: unknown): value is readonly CartLine[] =>
  Array.isArray(value) &&
  value.every((line: unknown) => typeof line === 'object' && line !== null && 'offerId' in line);
const kept = persisted<readonly CartLine[]>('cart', 1, isLines);

const useCartStore = create<{ lines: readonly CartLine[] }>(() => ({ lines: kept.read() ?? [] }));

const count = (lines: readonly CartLine[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
const take = (lines: readonly CartLine[]) => {
  useCartStore.setState({ lines });
  useCartCount.setState({ count: count(lines) });
};
const keep = (lines: readonly CartLine[]) => {
  kept.write(lines);
  take(lines);
};
take(useCartStore.getState().lines);
// There is one cart, however many windows show it: what is taken out in one must not be ordered in another.
kept.watch(() => take(kept.read() ?? []));

export const useCart = (): readonly CartLine[] => useCartStore((state) => state.lines);

/** How many of `offerId` are in the cart. */
export const useCartQuantity = (offerId: string): number =>
  useCartStore(({ lines }) => lines.find((line) => line.offerId === offerId)?.quantity ?? 0);

/** As many of this offer as one shopper can have now. */
export const mostOf = ({
  stockLeft,
  limitPerShopper,
}: Pick<OfferCard, 'stockLeft' | 'limitPerShopper'>): number =>
  Math.min(stockLeft, limitPerShopper ?? 999, 999);

/** An offer as it lies in the cart. */
export const cartLine = (offer: OfferCard, quantity: number): CartLine => {
  const { offerId, cycleId, title, pack, unitPrice, picture } = offer;
  const line = { offerId, cycleId, title, pack, unitPrice, quantity };
  return { ...line, picture: picture?.small, most: mostOf(offer) };
};

/** Sets how many of the offer are in the cart; 0 takes it out. Gives false when the cart holds no further kind of thing. */
export const putInCart = (offer: OfferCard, quantity: number): boolean => {
  const { lines } = useCartStore.getState();
  const { offerId } = offer;
  const line = cartLine(offer, quantity);
  const at = lines.findIndex((other) => other.offerId === offerId);
  if (at < 0 && lines.length >= maxLines) return false;
  if (quantity <= 0) keep(lines.filter((other) => other.offerId !== offerId));
  else keep(at < 0 ? [...lines, line] : lines.map((other, index) => (index === at ? line : other)));
  return true;
};

/** Sets how many of a line that is in the cart already. */
export const changeCartLine = (offerId: string, quantity: number): void => {
  const { lines } = useCartStore.getState();
  keep(
    quantity <= 0
      ? lines.filter((line) => line.offerId !== offerId)
      : lines.map((line) => (line.offerId === offerId ? { ...line, quantity } : line)),
  );
};

/** Puts lines in that were bought before, as far as there is room. */
export const fillCart = (more: readonly CartLine[]): void => {
  const { lines } = useCartStore.getState();
  const fresh = more.filter(({ offerId }) => lines.every((line) => line.offerId !== offerId));
  keep([...lines, ...fresh].slice(0, maxLines));
};

/** Takes out what was ordered. */
export const removeFromCart = (offerIds: readonly string[]): void =>
  keep(useCartStore.getState().lines.filter(({ offerId }) => !offerIds.includes(offerId)));
