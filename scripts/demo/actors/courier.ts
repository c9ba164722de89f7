import { type Position } from '../../../shared/contracts/common';
import { type RouteView } from '../../../shared/contracts/delivery/routes';
import { type StopView } from '../../../shared/contracts/delivery/stopViews';
import { type ConsolidationId, type DiscrepancyId, type RouteId } from '../../../shared/contracts/ids';
import { Person } from './person';
import { sleep } from './waiting';

const celsiusOf = (maxCelsius: number) => (maxCelsius < 0 ? -18.5 : 3.5);

/** Who drives the crates from the warehouse to the pickup points. */
export class Courier extends Person {
  /** The route of a consolidation; absent when the plan gives this courier nothing to do. */
  async route(consolidationId: ConsolidationId): Promise<RouteView | undefined> {
    const { items } = await this.api.delivery.listMyRoutes({ query: { limit: '50' } });
    const card = items.find((route) => route.consolidationId === consolidationId);
    return card && this.look(card.routeId);
  }

  look(routeId: RouteId): Promise<RouteView> {
    return this.api.delivery.getRoute({ params: { routeId } });
  }

  /** Ticks every crate off as loaded, and leaves. */
  async loadAndDepart({ route, stops }: RouteView): Promise<RouteView> {
    const params = { routeId: route.routeId };
    const crateIds = stops.flatMap(({ crates }) => crates.map(({ crateId }) => crateId));
    await this.api.delivery.loadCrates({ params, body: { crateIds } });
    return this.api.delivery.departRoute({ params, body: { missing: [] } });
  }

  /** Drives in a straight line, telling where they are: `reports` positions, `everyMs` apart. */
  async drive(routeId: RouteId, from: Position, to: Position, pace: Pace): Promise<void> {
    const { reports, everyMs } = pace;
    for (let step = 1; step <= reports; step += 1) {
      await sleep(everyMs);
      const position = between(from, to, step / reports);
      await this.live.report({ routeId, position, at: this.connection.time.now().toISOString() });
    }
  }

  /** Stands at the pickup point and puts the crates down, counted. */
  async deliver({ stopId, crates, pickupPoint }: StopView): Promise<StopView> {
    const params = { stopId };
    await this.api.delivery.arriveAtStop({ params, body: { position: pickupPoint.position } });
    const counted = crates.map(({ crateId, units, maxCelsius }) => ({
      crateId,
      units,
      ...(maxCelsius === undefined ? {} : { celsius: celsiusOf(maxCelsius) }),
    }));
    return this.api.delivery.handOverStop({ params, body: { crates: counted } });
  }

  agree(discrepancyId: DiscrepancyId): Promise<unknown> {
    return this.api.delivery.answerDiscrepancy({
      params: { discrepancyId },
      body: { agreed: true, note: 'I saw it too.' },
    });
  }

  finish(routeId: RouteId): Promise<RouteView> {
    return this.api.delivery.finishRoute({ params: { routeId }, body: {} });
  }
}

export type Pace = { readonly reports: number; readonly everyMs: number };

const between = (from: Position, to: Position, share: number): Position => ({
  lng: from.lng + (to.lng - from.lng) * share,
  lat: from.lat + (to.lat - from.lat) * share,
});
