import { useState } from 'react';
import { type SupplierId } from '#shared/contracts/ids';
import {
  type SupplierStatement,
  type SupplierStatementLine,
} from '#shared/contracts/settlement/supplierViews';
import { LoadMore } from '@/blocks/form/LoadMore';
import { Pair } from '@/blocks/form/Pair';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { FactList } from '@/design/components/FactList';
import { ListRow } from '@/design/components/ListRow';
import { Price } from '@/design/components/Price';
import { MomentField } from '@/design/components/SelectField';
import { EmptyState } from '@/design/components/States';
import { cityDateOf, daysAfter, formatDayOfYear } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { supplierAccountTexts } from './texts';
import { type Period, useStatement, useStatementLines } from './useSupplierAccounts';

/** A week is what suppliers are mostly paid by. */
const usualDays = 7;
const maxDays = 31;

/** A supplier's account over a period that is over, and every line of it. */
export function Statement({ supplierId }: { supplierId: SupplierId }) {
  const t = useTexts(supplierAccountTexts);
  const yesterday = daysAfter(cityDateOf(serverNow()), -1);
  const [period, setPeriod] = useState<Period>({
    from: daysAfter(yesterday, 1 - usualDays),
    to: yesterday,
  });
  const { from, to } = period;
  const wrongTo = to > yesterday ? t('notOver') : undefined;
  const wrongFrom = from > to || daysAfter(from, maxDays) <= to ? t('tooLong') : undefined;
  const isRight = (wrongTo ?? wrongFrom) === undefined;
  return (
    <Box className="lt-column">
      <Card>
        <Pair>
          <MomentField
            id="statement-from"
            kind="date"
            label={t('from')}
            value={from}
            error={wrongFrom}
            onChange={(day) => setPeriod({ from: day, to })}
          />
          <MomentField
            id="statement-to"
            kind="date"
            label={t('to')}
            value={to}
            error={wrongTo}
            onChange={(day) => setPeriod({ from, to: day })}
          />
        </Pair>
      </Card>
      {isRight && <Sums supplierId={supplierId} period={period} />}
    </Box>
  );
}

function Sums({ supplierId, period }: { supplierId: SupplierId; period: Period }) {
  const t = useTexts(supplierAccountTexts);
  const query = useStatement(supplierId, period);
  return (
    <QueryState query={query}>
      {(statement) => (
        <>
          <Card label={t('tabStatement')}>
            <FactList
              facts={[
                [t('opening'), formatMoney(statement.openingOwed)],
                [t('ordered'), formatMoney(statement.ordered.total)],
                [t('delivered'), formatMoney(statement.delivered)],
                [t('short'), formatMoney(statement.short.total)],
                [t('claims'), formatMoney(statement.claims)],
                [t('other'), statement.other.amount === 0 ? undefined : formatMoney(statement.other)],
                [t('paidSum'), formatMoney(statement.paid)],
                [t('closing'), formatMoney(statement.closingOwed)],
              ]}
            />
          </Card>
          <Orders orders={statement.purchaseOrders} />
          <Lines supplierId={supplierId} period={period} />
        </>
      )}
    </QueryState>
  );
}

const open = (purchaseOrderId: string) => () => openPage('/operator/purchase/index', { purchaseOrderId });

function Orders({ orders }: { orders: SupplierStatement['purchaseOrders'] }) {
  const t = useTexts(supplierAccountTexts);
  if (orders.length === 0) return null;
  return (
    <Card flush label={t('orders')}>
      {orders.map(({ purchaseOrderId, number, ordered, delivered, short }) => (
        <ListRow
          key={purchaseOrderId}
          title={number}
          detail={t('orderRow', {
            ordered: formatMoney(ordered.total),
            delivered: formatMoney(delivered.total),
            n: short.units,
          })}
          onTap={open(purchaseOrderId)}
        />
      ))}
    </Card>
  );
}

function Lines({ supplierId, period }: { supplierId: SupplierId; period: Period }) {
  const t = useTexts(supplierAccountTexts);
  const { query, items, loadMore } = useStatementLines(supplierId, period);
  return (
    <>
      <Words as="h2" className="lt-head">
        {t('lines')}
      </Words>
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState icon="list" title={t('noLines')} />
          ) : (
            <Card flush label={t('lines')}>
              {items.map((line) => (
                <Line key={line.entryId} line={line} />
              ))}
            </Card>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
    </>
  );
}

function Line({ line }: { line: SupplierStatementLine }) {
  const t = useTexts(supplierAccountTexts);
  const say = useBilingual();
  const language = useLanguage();
  const { kind, day, number, reference, units = 0, goods = [], amount, purchaseOrderId } = line;
  const detail = [
    formatDayOfYear(day, language),
    number,
    reference,
    goods.map(({ title, units: n }) => `${say(title)} × ${n}`).join(', '),
  ];
  return (
    <ListRow
      title={t(`line_${kind}`, { n: units })}
      detail={detail.filter(Boolean).join(' · ')}
      trailing={<Price plain money={amount} />}
      {...(purchaseOrderId === undefined ? {} : { onTap: open(purchaseOrderId) })}
    />
  );
}
