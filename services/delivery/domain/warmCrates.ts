import { type CityRules } from '#shared/contracts/cityRules';
import { type LoadItem } from './crates';
import { type RouteCrate, type WarmCrate } from './route';

type Limits = Pick<CityRules, 'chilledMaxCelsius' | 'frozenMaxCelsius'>;

/**
 * The warmest, in °C, at which a crate may be handed over; undefined for ambient goods. Frozen goods share crates with chilled ones,
 * which must not freeze: the lower limit holds where all is frozen.
 */
export function maxCelsiusOf(
  { zone }: Pick<RouteCrate, 'zone'>,
  items: readonly Pick<LoadItem, 'temperature'>[],
  { chilledMaxCelsius, frozenMaxCelsius }: Limits,
): number | undefined {
  if (zone !== 'cold') return undefined;
  const allFrozen = items.length > 0 && items.every(({ temperature }) => temperature === 'frozen');
  return allFrozen ? frozenMaxCelsius : chilledMaxCelsius;
}

/** Whether an operator must decide before a crate is handed over at `celsius`. Accepted means: at the temperature known then. */
export function mustDecide(warm: WarmCrate | undefined, celsius: number, maxCelsius: number): boolean {
  if (celsius <= maxCelsius) return false;
  return warm?.decision?.kind !== 'accept' || celsius > warm.celsius;
}
