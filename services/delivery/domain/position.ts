import { type Position } from '#shared/contracts/common';
import { Refused } from '#shared/kit/domainError';
import { type Sighting } from './etas';
import { metresBetween } from './geo';
import { type UnderWayRoute } from './route';

/** Nothing that drives here is faster (180 km/h), and a phone's fix can be off by this much. */
const maxMetresPerSecond = 50;
const fixErrorMetres = 300;
/** Where no report came before: a courier is somewhere in the region of the warehouse. */
const maxMetresFromFacility = 200_000;

/**
 * Whether a reported position is newer than the last one, after departure and reachable.
 * @returns false for an older report, which is no error: it came late.
 * @throws {Refused} POSITION_IMPLAUSIBLE
 */
export function isNews(route: UnderWayRoute, last: Sighting | undefined, report: Sighting): boolean {
  if (report.at < route.departedAt || (last && report.at <= last.at)) return false;
  const reachable = last
    ? metresBetween(last.position, report.position) <=
      fixErrorMetres + (maxMetresPerSecond * (report.at.getTime() - last.at.getTime())) / 1000
    : isNearby(route.facility.position, report.position);
  if (!reachable) throw new Refused('POSITION_IMPLAUSIBLE');
  return true;
}

const isNearby = (facility: Position, position: Position) =>
  metresBetween(facility, position) <= maxMetresFromFacility;
