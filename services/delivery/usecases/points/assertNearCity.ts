import { type Position } from '#shared/contracts/common';
import { type CityId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { metresBetween } from '../../domain/geo';
import { type DeliveryDeps } from '../deps';

/**
 * Asks about a place that is far from its city, which mostly is a slip of typing: longitude and latitude exchanged, a digit missing.
 * @throws {Refused} POSITION_FAR with the distance, unless somebody has confirmed it; NOT_FOUND for a city that is not there
 */
export async function assertNearCity(
  { cityOf }: Pick<DeliveryDeps, 'cityOf'>,
  { cityId, position, confirmFar }: { cityId: CityId; position: Position; confirmFar: boolean | undefined },
): Promise<void> {
  const { centre, rules } = await cityOf(cityId);
  const kilometres = Math.round(metresBetween(centre, position) / 1000);
  if (kilometres <= rules.farFromCityKilometres || confirmFar) return;
  throw new Refused('POSITION_FAR', undefined, {
    kilometres,
    expectedKilometres: rules.farFromCityKilometres,
  });
}
