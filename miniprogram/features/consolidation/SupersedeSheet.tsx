import { useState } from 'react';
import { type ConsolidationId, type SkuId } from '#shared/contracts/ids';
import { LoadMore } from '@/blocks/form/LoadMore';
import { SearchField } from '@/blocks/form/SearchField';
import { formTexts } from '@/blocks/form/texts';
import { messageOf } from '@/client/apiProblem';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Sheet } from '@/design/components/Sheet';
import { Notice } from '@/design/components/States';
import { Switch } from '@/design/components/Switch';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { consolidationTexts } from './texts';
import { useSupersede } from './useConsolidation';
import { usePickList } from './useLists';

type SupersedeSheetProps = {
  consolidationId: ConsolidationId;
  onClose: () => void;
  onDone: (next: ConsolidationId) => void;
};

/** Takes out what a supplier cannot deliver: chosen from the pick list, with a reason. */
export function SupersedeSheet({ consolidationId, onClose, onDone }: SupersedeSheetProps) {
  const t = useTexts(consolidationTexts);
  const form = useTexts(formTexts);
  const say = useBilingual();
  const language = useLanguage();
  const { query, items, loadMore } = usePickList(consolidationId);
  const [words, setWords] = useState('');
  const [dropped, setDropped] = useState<readonly SkuId[]>([]);
  const [reason, setReason] = useState('');
  const supersede = useSupersede(consolidationId, (next) => {
    showToast(t('supersededNow'));
    onDone(next);
  });
  const found = items.filter(
    ({ skuId, title, supplierName }) =>
      dropped.includes(skuId) ||
      `${title.zh} ${title.en} ${supplierName}`.toLowerCase().includes(words.toLowerCase()),
  );
  const ready = dropped.length > 0 && reason.trim() !== '';
  return (
    <Sheet
      open
      title={t('supersedeTitle')}
      onClose={onClose}
      footer={
        <Button
          block
          kind="danger"
          busy={supersede.isPending}
          disabled={!ready}
          onTap={() => supersede.mutate({ droppedSkuIds: [...dropped], reason: reason.trim() })}
        >
          {ready ? t('supersedeConfirm') : t('chooseSome')}
        </Button>
      }
    >
      <Box className="lt-column">
        <Words as="p" className="lt-soft">
          {t('supersedeBody')}
        </Words>
        {supersede.isError && (
          <Box role="alert">
            <Notice tone="tomato">{messageOf(supersede.error, language)}</Notice>
          </Box>
        )}
        <TextField
          id="supersede-reason"
          label={t('supersedeReason')}
          value={reason}
          maxLength={200}
          onChange={setReason}
        />
        <SearchField label={form('search')} value={words} onChange={setWords} />
        <QueryState query={query}>
          {() => (
            <Box className="lt-card lt-card--flush">
              {found.map(({ skuId, title, pack, supplierName, units }) => (
                <Switch
                  key={skuId}
                  label={`${say(title)} ${say(pack)}`}
                  detail={`${supplierName} · ${t('droppedUnits', { n: units })}`}
                  on={dropped.includes(skuId)}
                  onChange={(on) =>
                    setDropped((before) => (on ? [...before, skuId] : before.filter((one) => one !== skuId)))
                  }
                />
              ))}
            </Box>
          )}
        </QueryState>
        <LoadMore query={query} onTap={loadMore} />
      </Box>
    </Sheet>
  );
}
