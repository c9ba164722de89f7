/**
 * What runs on the page: Stripe's own form for the card, so that no card number ever comes to us. The client secret stands
 * behind the `#`, where no server and no log sees it.
 */
export const cardPageScript = `
const { key, language, pay, paying, unreachable, incomplete } = document.body.dataset;
const asked = new URLSearchParams(location.hash.slice(1));
const clientSecret = asked.get('secret');
const order = /^ord_[0-9A-Za-z]{1,40}$/.exec(asked.get('order') ?? '')?.[0];
const orderPage = location.origin + '/#/pages/payment/index?orderId=' + order;
const [form, button, problem, back] = ['form', 'button', '#problem', '#back'].map((name) => document.querySelector(name));
const say = (text) => { problem.textContent = text; problem.hidden = false; };
if (order) back.href = orderPage;
if (!order || !clientSecret) say(incomplete);
else if (typeof Stripe !== 'function') say(unreachable);
else {
  const stripe = Stripe(key, { locale: language === 'en' ? 'en' : 'zh' });
  const elements = stripe.elements({ clientSecret });
  elements.create('payment').mount('#card');
  button.disabled = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.hidden = true;
    button.disabled = true;
    button.textContent = paying;
    const { error } = await stripe
      .confirmPayment({ elements, confirmParams: { return_url: orderPage }, redirect: 'if_required' })
      .catch(() => ({ error: { message: unreachable } }));
    if (!error) return location.replace(orderPage);
    say(error.message ?? unreachable);
    button.disabled = false;
    button.textContent = pay;
  });
}
`;

export const cardPageStyle = `
:root { color-scheme: light; font: 16px/1.5 system-ui, -apple-system, 'PingFang SC', 'Noto Sans CJK SC', sans-serif; }
body { margin: 0; background: #f6f7f3; color: #1f2a22; }
main { max-width: 28rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { margin: 0 0 .25rem; font-size: 1.375rem; }
p { margin: 0 0 1.25rem; color: #55605a; }
form { background: #fff; border-radius: 1rem; padding: 1.25rem; }
#card { min-height: 8rem; }
#problem { margin: 1rem 0 0; color: #a3261b; }
button { width: 100%; min-height: 3.25rem; margin-top: 1.25rem; border: 0; border-radius: 1.625rem; background: #1e6b3c; color: #fff; font: inherit; font-weight: 600; }
button:disabled { background: #8a978f; }
button:focus-visible, a:focus-visible { outline: 3px solid #f2b632; outline-offset: 2px; }
a { display: block; min-height: 2.75rem; padding: 1.25rem 0 0; text-align: center; color: #1e6b3c; }
`;
