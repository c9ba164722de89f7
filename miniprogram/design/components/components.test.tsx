import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { useLanguageStore } from '@/i18n/language';
import { Button } from './Button';
import { Price } from './Price';
import { ConfirmSheet, Sheet } from './Sheet';
import { Stepper } from './Stepper';
import { Tabs } from './Tabs';

beforeEach(() => useLanguageStore.setState({ language: 'en' }));

test('a busy button says so and cannot be tapped again', () => {
  const onTap = jest.fn();
  render(
    <Button busy onTap={onTap}>
      Pay
    </Button>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'One moment' }));
  expect(onTap).not.toHaveBeenCalled();
});

test('a price is read out as one amount', () => {
  render(<Price money={{ amount: 1990 }} before={{ amount: 2590 }} />);
  expect(screen.getByRole('img', { name: '¥19.90' })).toBeTruthy();
  expect(screen.getByText('¥25.90').tagName).toBe('S');
});

test('a stepper counts between its bounds and names what it counts', () => {
  function Counter() {
    const [value, setValue] = useState(0);
    return <Stepper value={value} max={2} name="Apples" onChange={setValue} />;
  }
  render(<Counter />);
  const more = screen.getByRole<HTMLButtonElement>('button', { name: 'One Apples more' });
  fireEvent.click(more);
  fireEvent.click(more);
  expect(more.disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'One Apples less' }));
  expect(screen.getByText('1')).toBeTruthy();
});

test('tabs tell which one is chosen', () => {
  render(
    <Tabs
      label="Which"
      value="b"
      onChange={() => undefined}
      tabs={[
        { value: 'a', text: 'A' },
        { value: 'b', text: 'B' },
      ]}
    />,
  );
  expect(screen.getByRole('tab', { name: 'B' }).getAttribute('aria-selected')).toBe('true');
});

test('a question takes the focus, keeps it, and gives it back', () => {
  function Asking() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <Button onTap={() => setOpen(true)}>Delete</Button>
        <ConfirmSheet
          open={open}
          title="Really?"
          body="Gone for good."
          confirm="Yes"
          onConfirm={() => undefined}
          onClose={() => setOpen(false)}
        />
      </>
    );
  }
  render(<Asking />);
  const opener = screen.getByRole('button', { name: 'Delete' });
  act(() => opener.focus());
  fireEvent.click(opener);
  const dialog = screen.getByRole('dialog', { name: 'Really?' });
  expect(document.activeElement).toBe(dialog);
  act(() => screen.getByRole('button', { name: 'Yes' }).focus());
  fireEvent.keyDown(screen.getByRole('button', { name: 'Yes' }), { key: 'Tab' });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' }));
  fireEvent.keyDown(dialog, { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(opener);
});

test('a sheet without buttons has no strip for them', () => {
  const { baseElement } = render(
    <Sheet open title="Leaders" footer={false} onClose={jest.fn()}>
      Nobody
    </Sheet>,
  );
  expect(baseElement.querySelector('.lt-sheet__foot')).toBeNull();
});
