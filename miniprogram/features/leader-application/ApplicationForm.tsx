import { useQueryClient } from '@tanstack/react-query';
import { isFilled, isContact } from '@/blocks/form/check';
import { FormProblem } from '@/blocks/form/FormProblem';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { usePlace } from '@/client/place';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Switch } from '@/design/components/Switch';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { applicationTexts } from './texts';

/** Who I am and where neighbours would collect; applies in the city that I shop in. */
export function ApplicationForm({ phone }: { phone: string }) {
  const t = useTexts(applicationTexts);
  const cityId = usePlace()?.cityId ?? '';
  const queryClient = useQueryClient();
  const form = useForm({
    name: 'application',
    start: { name: '', phone, place: '', address: '', coldStorage: false, message: '' },
    check: ({ name, phone: number, place, address }) => ({
      name: isFilled(name),
      phone: isContact(number),
      place: isFilled(place),
      address: isFilled(address),
    }),
    save: (key, draft) => api.identity.applyAsLeader({ body: { ...draft, cityId }, idempotencyKey: key }),
    onSaved: () => {
      showToast(t('applied'));
      void queryClient.invalidateQueries({ queryKey: ['my-applications'] });
    },
  });
  const { draft, field, change } = form;
  return (
    <Card>
      <Box className="lt-column">
        <TextField {...field('name')} label={t('name')} maxLength={30} autoComplete="name" />
        <TextField {...field('phone')} kind="contact" label={t('phone')} autoComplete="tel" />
        <TextField {...field('place')} label={t('place')} hint={t('placeHint')} maxLength={60} />
        <TextField {...field('address')} label={t('address')} maxLength={120} />
        <Switch
          label={t('cold')}
          detail={t('coldDetail')}
          on={draft.coldStorage}
          onChange={(coldStorage) => change({ coldStorage })}
        />
        <TextField {...field('message')} multiline optional label={t('message')} maxLength={300} />
        <FormProblem form={form} />
        <Button block size="big" busy={form.busy} onTap={form.submit}>
          {t('apply')}
        </Button>
      </Box>
    </Card>
  );
}
