import { type MessageKey, text } from '../text.ts';

const STEPS: readonly (readonly [title: MessageKey, more: MessageKey])[] = [
  ['stepOpen', 'stepOpenMore'],
  ['stepReload', 'stepReloadMore'],
  ['stepWork', 'stepWorkMore'],
];

/** The one page after an installation: three steps to the first verdict, and where the rest is. */
export function Welcome() {
  return (
    <div class="welcome">
      <h1>{text('threeSteps')}</h1>
      <ol class="steps">
        {STEPS.map(([title, more]) => (
          <li key={title}>
            <strong>{text(title)}</strong> {text(more)}
          </li>
        ))}
      </ol>
      <section class="card">
        <h2>{text('whatItSees')}</h2>
        <p>{text('whatItSeesLocal')}</p>
        <p>{text('whatItSeesPromise')}</p>
        <a href="options.html">{text('options')}</a>
      </section>
    </div>
  );
}
