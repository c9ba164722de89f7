import { type SetAside, type SetAsideEvent } from '../../shared/kit/bus/setAside/setAside';

/** Keeps set-aside events in memory, for a service under test; `events` are those that lie there. */
export function memorySetAside(): SetAside & { readonly events: SetAsideEvent[] } {
  const events: SetAsideEvent[] = [];
  return {
    events,
    put: (what) => Promise.resolve(void events.push(what)),
    handedOn: () => Promise.resolve([]),
    forget: (what) => Promise.resolve(void events.splice(events.indexOf(what), 1)),
  };
}
