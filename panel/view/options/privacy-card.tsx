export function PrivacyCard() {
  return (
    <section class="card">
      <h2>Privacy</h2>
      <p>
        Everything stays in this browser profile; the extension cannot open network connections. Of URLs only
        origin and path are kept: no query, no fragment, no user name. Private windows are not measured.
      </p>
    </section>
  );
}
