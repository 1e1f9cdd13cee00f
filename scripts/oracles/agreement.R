# Agreement from its definitions: mean squares by aov, ICC by McGraw and Wong's formulas; errors of kappa by numeric derivatives.
suppressMessages(library(jsonlite))
folder <- "tests/oracles/statistics"
cases <- list()
add <- function(name, call, input, expected) cases[[length(cases) + 1]] <<- list(name = name, call = call, input = input, expected = expected)
set.seed(20221102)

# Kappa: delta method with numeric derivatives by the cells' proportions
weights <- list(none = function(k) diag(k), linear = function(k) 1 - abs(outer(1:k, 1:k, "-")) / (k - 1), quadratic = function(k) 1 - (outer(1:k, 1:k, "-") / (k - 1))^2)
kappa_of <- function(p, w) { p <- p / sum(p); e <- outer(rowSums(p), colSums(p)); (sum(w * p) - sum(w * e)) / (1 - sum(w * e)) }
for (m in list(rbind(c(20, 5), c(10, 15)), rbind(c(44, 5, 1), c(7, 20, 3), c(9, 5, 6)), rbind(c(12, 4, 2, 0), c(3, 15, 6, 1), c(1, 5, 18, 4), c(0, 1, 3, 9)),
    rbind(c(2, 30), c(25, 3)), rbind(c(50, 0, 1), c(0, 3, 0), c(2, 0, 40)))) for (how in names(weights)) {
  k <- nrow(m); w <- weights[[how]](k); p <- m / sum(m); n <- sum(m)
  g <- sapply(seq_along(p), function(i) { h <- 1e-5; up <- p; down <- p; up[i] <- up[i] + h; down[i] <- down[i] - h
    up2 <- p; down2 <- p; up2[i] <- up2[i] + 2 * h; down2[i] <- down2[i] - 2 * h
    (8 * (kappa_of(up, w) - kappa_of(down, w)) - (kappa_of(up2, w) - kappa_of(down2, w))) / (12 * h) })
  v <- c(p); se <- sqrt((sum(g^2 * v) - sum(g * v)^2) / n); est <- kappa_of(p, w)
  e <- outer(rowSums(p), colSums(p)); pe <- sum(w * e); means <- outer(c(w %*% colSums(p)), c(rowSums(p) %*% w), "+")
  null <- sqrt((sum(e * (w - means)^2) - pe^2) / n) / (1 - pe)
  add(paste("kappa", how, paste(t(m), collapse = " ")), "kappa", list(counts = m, weights = how),
    list(estimate = est, se = se, lower = max(-1, est - qnorm(0.975) * se), upper = min(1, est + qnorm(0.975) * se), p = 2 * pnorm(-abs(est) / null)))
}

# Fleiss: the linearised error by numeric derivatives by the persons' weights
fleiss <- function(counts, w) { w <- w / sum(w); m <- sum(counts[1, ]); p <- colSums(w * counts) / m
  (sum(w * (rowSums(counts^2) - m) / (m * (m - 1))) - sum(p^2)) / (1 - sum(p^2)) }
for (shape in list(c(10, 3, 3), c(25, 4, 2), c(14, 6, 4), c(60, 5, 5))) {
  n <- shape[1]; m <- shape[2]; k <- shape[3]
  truth <- sample(k, n, TRUE); ratings <- sapply(1:m, function(r) ifelse(runif(n) < 0.6, truth, sample(k, n, TRUE)))
  counts <- t(apply(ratings, 1, tabulate, nbins = k)); w <- rep(1 / n, n); est <- fleiss(counts, w)
  at <- function(i, h) { v <- (1 - h) * w; v[i] <- v[i] + h; fleiss(counts, v) }
  u <- sapply(1:n, function(i) { h <- 1e-4; (8 * (at(i, h) - at(i, -h)) - (at(i, 2 * h) - at(i, -2 * h))) / (12 * h) })
  se <- sqrt(sum(u^2) / (n * (n - 1))); p <- colSums(counts) / (n * m); q <- 1 - p
  null <- sqrt(2 / (n * m * (m - 1))) * sqrt(sum(p * q)^2 - sum(p * q * (q - p))) / sum(p * q)
  single <- 1 - colSums(counts * (m - counts)) / (n * m * (m - 1) * p * q)
  add(paste("Fleiss", paste(shape, collapse = " ")), "fleiss", list(ratings = t(ratings)),
    list(estimate = est, se = se, lower = est - qt(0.975, n - 1) * se, upper = est + qt(0.975, n - 1) * se, p = 2 * pnorm(-abs(est / null)), single = single))
}

for (n in c(3, 12, 85)) for (level in c(0.95, 0.9)) {
  truth <- rnorm(n, 60, 12); x <- round(truth + rnorm(n, 2, 3), 1); y <- round(truth + rnorm(n, 0, 4), 1)
  d <- x - y; s <- sd(d); z <- qnorm(0.975); t <- qt((1 + level) / 2, n - 1); e <- s * sqrt(1 / n + z^2 / (2 * (n - 1)))
  low <- mean(d) - z * s; high <- mean(d) + z * s
  add(paste("Bland-Altman", n, level), "limits", list(x = x, y = y, level = level),
    list(bias = c(mean(d), as.numeric(t.test(d, conf.level = level)$conf.int)), low = c(low, low - t * e, low + t * e), high = c(high, high - t * e, high + t * e), p = t.test(d)$p.value))
  r <- cor(x, y); va <- var(x) * (n - 1) / n; vb <- var(y) * (n - 1) / n; cov <- cov(x, y) * (n - 1) / n
  p <- 2 * cov / (va + vb + (mean(x) - mean(y))^2); u <- (mean(x) - mean(y)) / (va * vb)^0.25
  se <- sqrt(((1 - r^2) * p^2 * (1 - p^2) / r^2 + 2 * p^3 * (1 - p) * u^2 / r - 0.5 * p^4 * u^4 / r^2) / (n - 2))
  add(paste("Lin", n, level), "concordance", list(x = x, y = y, level = level),
    list(estimate = p, se = se, interval = tanh(atanh(p) + c(-1, 1) * qnorm((1 + level) / 2) * se / (1 - p^2)), precision = r, bias = p / r))
}

# ICC: Shrout and Fleiss's own table, and others
icc <- function(m, level = 0.95) {
  n <- nrow(m); k <- ncol(m); a <- 1 - level
  long <- data.frame(y = c(m), person = factor(rep(1:n, k)), rater = factor(rep(1:k, each = n)))
  s <- summary(aov(y ~ person + rater, long))[[1]][["Mean Sq"]]; msr <- s[1]; msc <- s[2]; mse <- s[3]
  msw <- summary(aov(y ~ person, long))[[1]][["Mean Sq"]][2]
  f1 <- msr / msw; f3 <- msr / mse
  l1 <- f1 / qf(1 - a / 2, n - 1, n * (k - 1)); u1 <- f1 * qf(1 - a / 2, n * (k - 1), n - 1)
  l3 <- f3 / qf(1 - a / 2, n - 1, (n - 1) * (k - 1)); u3 <- f3 * qf(1 - a / 2, (n - 1) * (k - 1), n - 1)
  two <- (msr - mse) / (msr + (k - 1) * mse + k * (msc - mse) / n)
  aa <- k * two / (n * (1 - two)); bb <- 1 + k * two * (n - 1) / (n * (1 - two)); v <- (aa * msc + bb * mse)^2 / ((aa * msc)^2 / (k - 1) + (bb * mse)^2 / ((n - 1) * (k - 1)))
  fl <- qf(1 - a / 2, n - 1, v); fu <- qf(1 - a / 2, v, n - 1)
  l2 <- n * (msr - fl * mse) / (fl * (k * msc + (k * n - k - n) * mse) + n * msr); u2 <- n * (fu * msr - mse) / (k * msc + (k * n - k - n) * mse + n * fu * msr)
  one <- function(f) (f - 1) / (f + k - 1); all <- function(f) 1 - 1 / f; sb <- function(r) r * k / (1 + r * (k - 1))
  p1 <- pf(f1, n - 1, n * (k - 1), lower.tail = FALSE); p3 <- pf(f3, n - 1, (n - 1) * (k - 1), lower.tail = FALSE)
  list(c(one(f1), one(l1), one(u1), p1), c(two, l2, u2, p3), c(one(f3), one(l3), one(u3), p3), c(all(f1), all(l1), all(u1), p1),
    c((msr - mse) / (msr + (msc - mse) / n), sb(l2), sb(u2), p3), c(all(f3), all(l3), all(u3), p3))
}
shrout <- rbind(c(9, 2, 5, 8), c(6, 1, 3, 2), c(8, 4, 6, 8), c(7, 1, 2, 6), c(10, 5, 6, 9), c(6, 2, 4, 7))
add("ICC of Shrout and Fleiss 1979", "icc", list(raters = t(shrout), level = 0.95), list(forms = icc(shrout)))
for (shape in list(c(5, 2), c(20, 3), c(40, 6))) for (level in c(0.95, 0.9)) {
  m <- round(matrix(rnorm(shape[1], 50, 8), shape[1], shape[2]) + matrix(rnorm(prod(shape), 0, 5), shape[1]) + rep(rnorm(shape[2], 0, 3), each = shape[1]), 1)
  add(paste("ICC", paste(shape, collapse = " x "), level), "icc", list(raters = t(m), level = level), list(forms = icc(m, level)))
}

# Several pairs a person: components by aov on balanced data, by their definitions else; limits of limits by Zou 2013
for (sizes in list(rep(2, 6), rep(3, 10), c(1, 2, 4, 3, 5, 2, 1, 6))) for (level in c(0.95, 0.9)) {
  person <- rep(seq_along(sizes), sizes); n <- length(sizes); N <- sum(sizes); a <- 1 - level
  truth <- rnorm(n, 60, 9)[person] + rnorm(N, 0, 4); x <- round(truth + rnorm(n, 1, 2)[person] + rnorm(N, 0, 3), 1); y <- round(truth + rnorm(N, 0, 2), 1)
  d <- x - y; means <- tapply(d, person, mean); sb <- var(means); sw <- summary(aov(d ~ factor(person)))[[1]][["Mean Sq"]][2]; mh <- n / sum(1 / sizes)
  v <- sb + (1 - 1 / mh) * sw
  lo <- v - sqrt((sb * (1 - (n - 1) / qchisq(1 - a / 2, n - 1)))^2 + ((1 - 1 / mh) * sw * (1 - (N - n) / qchisq(1 - a / 2, N - n)))^2)
  up <- v + sqrt((sb * ((n - 1) / qchisq(a / 2, n - 1) - 1))^2 + ((1 - 1 / mh) * sw * ((N - n) / qchisq(a / 2, N - n) - 1))^2)
  bias <- mean(means); z <- qnorm(0.975); inner <- sqrt(qnorm(1 - a / 2)^2 * sb / n + z^2 * (sqrt(max(0, lo)) - sqrt(v))^2); outer <- sqrt(qnorm(1 - a / 2)^2 * sb / n + z^2 * (sqrt(up) - sqrt(v))^2)
  l <- bias - z * sqrt(v); u <- bias + z * sqrt(v); r <- cor.test(tapply((x + y) / 2, person, mean), means)
  if (length(unique(sizes)) == 1) { m <- summary(aov(d ~ factor(person)))[[1]][["Mean Sq"]]; stopifnot(abs(v - (m[2] + (m[1] - m[2]) / sizes[1])) < 1e-9) }
  add(paste("Bland-Altman repeated", paste(sizes, collapse = " "), level), "repeated", list(x = x, y = y, person = person, level = level),
    list(bias = c(bias, as.numeric(t.test(means, conf.level = level)$conf.int)), low = c(l, l - outer, l + inner), high = c(u, u - inner, u + outer), p = t.test(means)$p.value, check = c(as.numeric(r$estimate), r$p.value)))
}

write(toJSON(list(about = "Agreement. Numeric derivatives where tolerance is wider.", source = "R 4.2.2 stats", tolerance = list(rel = 1e-9, derivative = 1e-7), cases = cases),
  auto_unbox = TRUE, digits = I(15), na = "null", null = "null"), file.path(folder, "r-agreement.json"))
