package io.crossline.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreExceptionTest {

    /** Given a failure, then only what the values are to blame for is not tried again. */
    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            none,  true
            08006, true
            40P01, true
            53100, true
            57P03, true
            25006, true
            28P01, true
            22008, false
            23505, false
            """)
    void whoIsToBlame(String state, boolean isTransient) {
        assertThat(new StoreException("Cannot record", new SQLException("no", state)).isTransient())
                .isEqualTo(isTransient);
    }
}
