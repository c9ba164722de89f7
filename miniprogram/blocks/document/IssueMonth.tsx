import { useState } from 'react';
import { type DocumentHead } from '#shared/contracts/settlement/documents';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { SelectField } from '@/design/components/SelectField';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { issueTexts } from './issueTexts';
import { monthsBefore } from './months';
import { useOpenDocument } from './useOpenDocument';

type IssueMonthProps = {
  issue: (month: string) => Promise<DocumentHead>;
  onIssued: () => void;
};

/** Chooses a month that is over, and makes its statement; one that was made already comes again as it was. */
export function IssueMonth({ issue, onIssued }: IssueMonthProps) {
  const t = useTexts(issueTexts);
  const months = monthsBefore(serverNow());
  const [month = '', setMonth] = useState(months[0]);
  const { open } = useOpenDocument();
  const write = useWrite((_key, wanted: string) => issue(wanted), {
    onSuccess: ({ number }) => {
      onIssued();
      void open(number, 'pdf');
    },
    onError: (error) => showToast(messageOf(error), 'problem'),
  });
  return (
    <Card>
      <Box className="lt-column">
        <SelectField
          id="statement-month"
          label={t('month')}
          value={month}
          options={months.map((value) => ({ value, text: value }))}
          onChange={setMonth}
        />
        <Button block icon="receipt" busy={write.isPending} onTap={() => write.mutate(month)}>
          {t('issue')}
        </Button>
      </Box>
    </Card>
  );
}
