import { useQueryClient } from '@tanstack/react-query';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { cnyOf, isAmount } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { Chip } from '@/design/components/Chip';
import { SelectField } from '@/design/components/SelectField';
import { Notice } from '@/design/components/States';
import { Stepper } from '@/design/components/Stepper';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { formatMoney, parseYuan } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { leftOf, type Line, mayStayAway } from './refundable';
import { ordersDeskTexts } from './texts';
import { type RefundWish, useRefundPreview } from './useOrdersDesk';

const reasons = ['line_cancelled', 'supplier_shortage', 'recalled'] as const;
const goods = ['do_not_come', 'come'] as const;
const payers = ['platform', 'supplier', 'leader'] as const;
type Draft = {
  readonly goods: (typeof goods)[number];
  readonly units: number;
  readonly amount: string;
  readonly reason: (typeof reasons)[number];
  readonly payer: (typeof payers)[number];
};

const wishOf = (line: Line, draft: Draft): NonNullable<RefundWish> => ({
  ...goodsOf(line, draft),
  ...(draft.payer === 'platform' ? {} : { payer: draft.payer }),
});

const goodsOf = ({ lineId }: Line, draft: Draft): NonNullable<RefundWish> =>
  draft.goods === 'come'
    ? {
        lines: [{ lineId, amount: cnyOf(draft.amount) }],
        reason: 'granted_by_operator',
        goods: 'come',
      }
    : { lines: [{ lineId, units: draft.units }], reason: draft.reason, goods: 'do_not_come' };

type RefundSheetProps = { order: OrderView; line: Line; onClose: () => void };

/** Pays back a line of an order, in whole or in part: the operator sees how much it will be before it is. */
export function RefundSheet({ order, line, onClose }: RefundSheetProps) {
  const t = useTexts(ordersDeskTexts);
  const say = useBilingual();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const leftFen = leftOf(line);
  const staysAway = mayStayAway(order, line);
  const form = useForm<Draft, { refunds: OrderView['refunds'] }>({
    name: 'refund',
    start: {
      goods: staysAway ? 'do_not_come' : 'come',
      units: Math.max(1, line.quantity.allocated),
      amount: '',
      reason: 'line_cancelled',
      payer: 'platform',
    },
    check: (draft) => ({
      amount:
        draft.goods === 'come' && (parseYuan(draft.amount) ?? 0) > leftFen
          ? t('amountHint', { amount: formatMoney({ amount: leftFen }) })
          : draft.goods === 'come'
            ? isAmount(draft.amount, 1)
            : undefined,
    }),
    save: (key, draft) =>
      api.orders.refundOrder({
        params: { orderId: order.orderId },
        body: wishOf(line, draft),
        idempotencyKey: key,
      }),
    onSaved: ({ refunds }) => {
      const last = refunds.at(-1);
      showToast(t('done', { amount: last ? formatMoney(last.amount) : '' }));
      void queryClient.invalidateQueries({ queryKey: ['desk-order'] });
      void queryClient.invalidateQueries({ queryKey: ['desk-orders'] });
      onClose();
    },
  });
  const { draft } = form;
  const fen = parseYuan(draft.amount) ?? 0;
  const isWhole = draft.goods === 'do_not_come' || (fen > 0 && fen <= leftFen);
  const preview = useRefundPreview(order, isWhole ? wishOf(line, draft) : undefined);
  const amount = preview.total && formatMoney(preview.total);
  return (
    <FormSheet
      title={t('refundTitle', { title: say(line.title) })}
      // Nothing is paid back that was not shown; what is wrong with the form is told at once.
      form={{ ...form, submit: () => (amount !== undefined || !isWhole) && form.submit() }}
      onClose={onClose}
      danger
      action={amount === undefined ? t('refund') : t('payBack', { amount })}
    >
      {staysAway ? (
        <Box className="lt-column lt-column--tight">
          <Words className="lt-small lt-soft">{t('goodsQuestion')}</Words>
          <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('goodsQuestion')}>
            {goods.map((one) => (
              <Chip
                key={one}
                role="radio"
                chosen={draft.goods === one}
                onTap={() => form.change({ goods: one })}
              >
                {t(one)}
              </Chip>
            ))}
          </Box>
        </Box>
      ) : (
        <Notice>{t('handedOut')}</Notice>
      )}
      {draft.goods === 'come' ? (
        <TextField
          {...form.field('amount')}
          kind="decimal"
          label={t('amount')}
          hint={t('amountHint', { amount: formatMoney({ amount: leftFen }) })}
          maxLength={10}
        />
      ) : (
        <>
          {line.quantity.allocated > 1 && (
            <Box className="lt-row lt-row--between">
              <Words>{t('units')}</Words>
              <Stepper
                name={say(line.title)}
                min={1}
                max={line.quantity.allocated}
                value={draft.units}
                onChange={(units) => form.change({ units })}
              />
            </Box>
          )}
          <SelectField
            id="refund-reason"
            label={t('reason')}
            value={draft.reason}
            options={reasons.map((value) => ({ value, text: t(value) }))}
            onChange={(reason) => form.change({ reason: reason as Draft['reason'] })}
          />
        </>
      )}
      <SelectField
        id="refund-payer"
        label={t('payer')}
        value={draft.payer}
        options={payers.map((value) => ({ value, text: t(value) }))}
        onChange={(payer) => form.change({ payer: payer as Draft['payer'] })}
      />
      {preview.error ? (
        <Notice tone="tomato">{messageOf(preview.error, language)}</Notice>
      ) : (
        amount !== undefined && (
          <Notice tone="leaf">
            <Box className="lt-column lt-column--tight">
              <Words className="lt-strong">{t('paysBack', { amount })}</Words>
              {draft.goods === 'do_not_come' && <Words className="lt-small">{t('leaves')}</Words>}
            </Box>
          </Notice>
        )
      )}
    </FormSheet>
  );
}
