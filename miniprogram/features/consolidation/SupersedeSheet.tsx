import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ConsolidationId, type SkuId } from '#shared/contracts/ids';
import { isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { LoadMore } from '@/blocks/form/LoadMore';
import { SearchField } from '@/blocks/form/SearchField';
import { formTexts } from '@/blocks/form/texts';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { Switch } from '@/design/components/Switch';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual, useNamed } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { consolidationTexts } from './texts';
import { usePickList } from './useLists';

type Draft = { reason: string; dropped: readonly SkuId[] };
type SupersedeSheetProps = {
  consolidationId: ConsolidationId;
  onClose: () => void;
  onDone: (next: ConsolidationId) => void;
};

/** Takes out what a supplier cannot deliver: chosen from the pick list, with a reason. */
export function SupersedeSheet({ consolidationId, onClose, onDone }: SupersedeSheetProps) {
  const t = useTexts(consolidationTexts);
  const words = useTexts(formTexts);
  const say = useBilingual();
  const named = useNamed();
  const queryClient = useQueryClient();
  const { query, items, loadMore } = usePickList(consolidationId);
  const [sought, setSought] = useState('');
  const form = useForm<Draft, { consolidationId: ConsolidationId }>({
    name: 'supersede',
    start: { reason: '', dropped: [] },
    check: ({ reason, dropped }) => ({
      reason: isFilled(reason),
      dropped: dropped.length === 0 ? t('chooseSome') : undefined,
    }),
    save: (key, { reason, dropped }) =>
      api.orders.supersedeConsolidation({
        params: { consolidationId },
        body: { droppedSkuIds: [...dropped], reason: reason.trim() },
        idempotencyKey: key,
      }),
    onSaved: (next) => {
      void queryClient.invalidateQueries({ queryKey: ['consolidations'] });
      showToast(t('supersededNow'));
      onDone(next.consolidationId);
    },
  });
  const { dropped } = form.draft;
  const unchosen = form.errorOf('dropped');
  const found = items.filter(
    ({ skuId, title, supplierName, supplierNameEn = '' }) =>
      dropped.includes(skuId) ||
      `${title.zh} ${title.en} ${supplierName} ${supplierNameEn}`
        .toLowerCase()
        .includes(sought.trim().toLowerCase()),
  );
  return (
    <FormSheet
      title={t('supersedeTitle')}
      form={form}
      onClose={onClose}
      action={t('supersedeConfirm')}
      danger
      intro={
        <Words as="p" className="lt-soft">
          {t('supersedeBody')}
        </Words>
      }
    >
      <TextField {...form.field('reason')} label={t('supersedeReason')} maxLength={200} />
      <Box id="supersede-dropped" className="lt-column">
        <SearchField label={words('search')} value={sought} onChange={setSought} />
        {unchosen !== undefined && <Words className="lt-small lt-tomato">{unchosen}</Words>}
        <QueryState query={query}>
          {() => (
            <Card flush>
              {found.map(({ skuId, title, pack, supplierName, supplierNameEn, units }) => (
                <Switch
                  key={skuId}
                  label={`${say(title)} ${say(pack)}`}
                  detail={`${named(supplierName, supplierNameEn)} · ${t('droppedUnits', { n: units })}`}
                  on={dropped.includes(skuId)}
                  onChange={(on) =>
                    form.change({
                      dropped: on ? [...dropped, skuId] : dropped.filter((one) => one !== skuId),
                    })
                  }
                />
              ))}
            </Card>
          )}
        </QueryState>
        <LoadMore query={query} onTap={loadMore} />
      </Box>
    </FormSheet>
  );
}
