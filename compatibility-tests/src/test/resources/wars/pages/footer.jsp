<p>the footer, which lies behind the gate itself</p>
