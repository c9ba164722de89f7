import { type Reservation } from '#shared/contracts/internal/catalog';
import { type ReservationRecord } from '../domain/reservation';

export const presentReservation = (record: ReservationRecord): Reservation => ({
  orderId: record._id,
  status: record.status,
  expiresAt: record.expiresAt.toISOString(),
  lines: record.lines.map(({ lineId, offerId, quantity }) => ({ lineId, offerId, quantity })),
});
