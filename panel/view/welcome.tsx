/** The one page after an installation: three steps to the first verdict, and where the rest is. */
export function Welcome() {
  return (
    <div class="welcome">
      <h1>Three steps to the first verdict</h1>
      <ol class="steps">
        <li>
          <strong>Open DevTools</strong> on your page with <kbd>F12</kbd> and choose the tab{' '}
          <strong>Budgets</strong>. It may hide behind <kbd>»</kbd>.
        </li>
        <li>
          <strong>Reload the page.</strong> What the load costs, and whether it is within budget, appears
          about three seconds after it has finished.
        </li>
        <li>
          <strong>Keep working.</strong> After five loads of one kind there is a baseline; from then on the
          monitor says when a page got worse, and why.
        </li>
      </ol>
      <section class="card">
        <h2>What it may see</h2>
        <p>
          Pages of <code>localhost</code> and <code>127.0.0.1</code> are measured at once. Any other site only
          after you have allowed it: one click in the panel, or in the popup of the toolbar button.
        </p>
        <p>
          What is measured stays in this browser profile. The extension cannot open network connections, and
          private windows are not measured.
        </p>
        <a href="options.html">Options</a>
      </section>
    </div>
  );
}
