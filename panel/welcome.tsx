import { render } from 'preact';
import { Welcome } from './view/welcome.tsx';

const root = document.getElementById('root');
if (root) render(<Welcome />, root);
