<p>That was not it.</p>
